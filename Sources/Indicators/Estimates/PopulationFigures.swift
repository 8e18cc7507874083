import Geography
@_spi(Confidential) import Registers
import Statistics

/// The measures that are worked out from persons by sex and age.
struct PopulationFigures {
    let population: Population
    let places: StudiedPlaces

    func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        let years = population.years(places.areas)
        if case .count(let selection, let breakdown) = definition.measure {
            return (places.areas + [places.unallocated]).flatMap { area in
                years.flatMap { counts(definition, selection, breakdown, area, $0) }
            }
        }
        return places.areas.flatMap { area in
            years.map { year in
                ConfidentialFigure(
                    FigureKey(indicator: definition.id, area: area, period: Period(year: year)),
                    value(of: definition.measure, area, year), flags: flags(area, year))
            }
        }
    }

    private func flags(_ area: Area, _ year: Int) -> Set<FigureFlag> {
        var flags: Set<FigureFlag> = []
        if places.history.breaks(area, at: year) { flags.insert(.seriesBreak) }
        if population.count(area, year, Selection())?.isDistrictsOnly == true { flags.insert(.districtsOnly) }
        return flags
    }

    private func counts(
        _ definition: IndicatorDefinition, _ selection: Selection, _ breakdown: Breakdown, _ area: Area, _ year: Int
    ) -> [ConfidentialFigure] {
        let isBreak = places.history.breaks(area, at: year)
        return ([.both] + breakdown.sexes).flatMap { sex in
            ([.all] + breakdown.ages).map { age in
                let key = FigureKey(
                    indicator: definition.id, area: area, period: Period(year: year), sex: sex, age: age)
                let wanted = Selection(sex: sex == .both ? selection.sex : sex, ages: age == .all ? selection.ages : [age])
                guard let count = population.count(area, year, wanted) else {
                    return ConfidentialFigure(key, .absent(places.absence(area, year)))
                }
                var flags: Set<FigureFlag> = count.isDistrictsOnly ? [.districtsOnly] : []
                if isBreak { flags.insert(.seriesBreak) }
                return ConfidentialFigure(key, .estimate(Double(count.persons), .none), flags: flags)
            }
        }
    }

    private func value(of measure: Measure, _ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        switch measure {
        case .proportion(let top, let bottom):
            hundredfold(area, year, top, bottom) { .proportion(numerator: $0, denominator: $1) }
        case .ratio(let top, let bottom):
            hundredfold(area, year, top, bottom) { .ratio(numerator: $0, denominator: $1) }
        case .meanAge: meanAge(area, year)
        case .growth(let years): growth(area, year, over: years)
        case .shareOfCity: shareOfCity(area, year)
        case .count, .growthSpread, .published: preconditionFailure("this measure is worked out elsewhere")
        }
    }

    private func hundredfold(
        _ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection, basis: (Int, Int) -> Basis
    ) -> ConfidentialFigure.Value {
        guard let numerator = population.count(area, year, top)?.persons,
            let denominator = population.count(area, year, bottom)?.persons
        else { return .absent(places.absence(area, year)) }
        guard denominator > 0 else { return .notComputable(.nobody) }
        return .estimate(100 * Double(numerator) / Double(denominator), basis(numerator, denominator))
    }

    private func meanAge(_ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        guard population.count(area, year, Selection(ages: [Population.youngest])) != nil else {
            return .absent(places.absence(area, year))
        }
        let summary = Population.meanAge { population.count(area, year, Selection(ages: [$0]))?.persons }
        guard let summary else { return .notComputable(.nobody) }
        return .estimate(summary.mean, .mean(summary))
    }

    private func growth(_ area: Area, _ year: Int, over years: Int) -> ConfidentialFigure.Value {
        guard let (first, last) = population.counts(area, from: year - years, to: year, Selection()) else {
            return .absent(places.absence(area, year - years))
        }
        guard places.isSame(area, from: year - years, to: year) else { return .notComputable(.boundariesChanged) }
        guard first.persons > 0 else { return .notComputable(.nobody) }
        return .estimate(100 * Double(last.persons - first.persons) / Double(first.persons), .none)
    }

    private func shareOfCity(_ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        guard case .district = area else { return .absent(.notApplicable) }
        guard let part = population.count(area, year, Selection()),
            let whole = population.count(places.city, year, Selection())
        else { return .absent(places.absence(area, year)) }
        guard whole.persons > 0 else { return .notComputable(.nobody) }
        return .estimate(100 * Double(part.persons) / Double(whole.persons), .none)
    }
}
