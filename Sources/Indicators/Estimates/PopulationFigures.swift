import Geography
@_spi(Confidential) import Registers
import Statistics

/// The measures that are worked out from persons by sex and age.
struct PopulationFigures {
    /// A figure's value, and whether it leaves out people of unknown district.
    private struct Outcome {
        let value: ConfidentialFigure.Value
        let isDistrictsOnly: Bool

        init(_ value: ConfidentialFigure.Value, of counts: Population.Counts? = nil) {
            self.value = value
            isDistrictsOnly = counts?.isDistrictsOnly ?? false
        }
    }

    let population: Population
    let places: StudiedPlaces

    init(_ table: PopulationTable, places: StudiedPlaces) {
        population = Population(table: table, places: places)
        self.places = places
    }

    func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        let years = population.years(places.areas)
        if case .count(let selection, let breakdown) = definition.measure {
            return (places.areas + [places.unallocated]).flatMap { area in
                years.flatMap { counts(definition, selection, breakdown, area, $0) }
            }
        }
        return places.areas.flatMap { area in
            years.map { year in
                figure(
                    FigureKey(indicator: definition.id, area: area, period: Period(year: year)),
                    outcome(of: definition.measure, area, year))
            }
        }
    }

    private func figure(_ key: FigureKey, _ outcome: Outcome) -> ConfidentialFigure {
        var flags: Set<FigureFlag> = []
        if places.history.breaks(key.area, at: key.period.end) { flags.insert(.seriesBreak) }
        if outcome.isDistrictsOnly { flags.insert(.districtsOnly) }
        return ConfidentialFigure(key, outcome.value, flags: flags)
    }

    private func counts(
        _ definition: IndicatorDefinition, _ selection: Selection, _ breakdown: Breakdown, _ area: Area, _ year: Int
    ) -> [ConfidentialFigure] {
        ([.both] + breakdown.sexes).flatMap { sex in
            ([.all] + breakdown.ages).map { age in
                let key = FigureKey(
                    indicator: definition.id, area: area, period: Period(year: year), sex: sex, age: age)
                let wanted = Selection(
                    sex: sex == .both ? selection.sex : sex, ages: age == .all ? selection.ages : [age])
                return figure(key, count(area, year, wanted))
            }
        }
    }

    private func outcome(of measure: Measure, _ area: Area, _ year: Int) -> Outcome {
        switch measure {
        case .proportion(let top, let bottom):
            hundredfold(area, year, top, bottom) { .proportion(numerator: Double($0), denominator: Double($1)) }
        case .ratio(let top, let bottom):
            hundredfold(area, year, top, bottom) { .ratio(numerator: $0, denominator: $1) }
        case .meanAge: meanAge(area, year)
        case .growth(let years): growth(area, year, over: years)
        case .shareOfCity: shareOfCity(area, year)
        case .count, .growthSpread, .published, .share, .rate, .lifeExpectancy,
            .lifeExpectancyGap, .slopeIndex:
            preconditionFailure("this measure is worked out elsewhere")
        }
    }

    private func count(_ area: Area, _ year: Int, _ selection: Selection) -> Outcome {
        guard let counts = population.counts(area, [.init(year: year, selection: selection)]) else {
            return silence(area, year)
        }
        return Outcome(.estimate(Double(counts.persons[0]), .none), of: counts)
    }

    private func hundredfold(
        _ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection, basis: (Int, Int) -> Basis
    ) -> Outcome {
        let queries = [top, bottom].map { Population.Query(year: year, selection: $0) }
        guard let counts = population.counts(area, queries) else { return silence(area, year) }
        let (numerator, denominator) = (counts.persons[0], counts.persons[1])
        guard denominator > 0 else { return Outcome(.notComputable(.nobody)) }
        return Outcome(
            .estimate(100 * Double(numerator) / Double(denominator), basis(numerator, denominator)), of: counts)
    }

    private func meanAge(_ area: Area, _ year: Int) -> Outcome {
        let queries = Population.singleAges.map { Population.Query(year: year, selection: $0) }
        guard let counts = population.counts(area, queries) else { return silence(area, year) }
        guard let summary = Population.meanAge(counts.persons) else { return Outcome(.notComputable(.nobody)) }
        return Outcome(.estimate(summary.mean, .mean(summary)), of: counts)
    }

    private func growth(_ area: Area, _ year: Int, over years: Int) -> Outcome {
        guard let counts = population.counts(area, [.init(year: year - years), .init(year: year)]) else {
            return silence(area, year - years)
        }
        guard places.isSame(area, from: year - years, to: year) else {
            return Outcome(.notComputable(.boundariesChanged))
        }
        let (first, last) = (counts.persons[0], counts.persons[1])
        guard first > 0 else { return Outcome(.notComputable(.nobody)) }
        return Outcome(.estimate(100 * Double(last - first) / Double(first), .none), of: counts)
    }

    private func shareOfCity(_ area: Area, _ year: Int) -> Outcome {
        guard case .district = area else { return Outcome(.absent(.notApplicable)) }
        guard let part = population.counts(area, [.init(year: year)]),
            let whole = population.counts(places.city, [.init(year: year)])
        else { return silence(area, year) }
        guard whole.persons[0] > 0 else { return Outcome(.notComputable(.nobody)) }
        return Outcome(.estimate(100 * Double(part.persons[0]) / Double(whole.persons[0]), .none), of: whole)
    }

    private func silence(_ area: Area, _ year: Int) -> Outcome { Outcome(.absent(places.absence(area, year))) }
}
