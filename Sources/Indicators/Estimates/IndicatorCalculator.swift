import Geography
@_spi(Confidential) import Registers
import Statistics

/// Works out an indicator's figures for the places of one split, from what the registers hold.
@_spi(Confidential) public struct IndicatorCalculator {
    private let figures: OpenFigures
    private let population: Population
    private let history: BoundaryHistory
    private let areas: [Area]

    /// A calculator for the country, the city of `division` and its districts.
    public init(_ figures: OpenFigures, division: AreaDirectory.Division, history: BoundaryHistory) {
        self.figures = figures
        self.history = history
        population = Population(table: figures.population, division: division)
        areas =
            [.country, .kommune(division.kommune)]
            + division.districts.map { Area.district(division.split, $0) }
    }

    /// Every figure of `definition`: each place, each period, and the sexes and ages it is broken down by.
    public func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        switch definition.measure {
        case .published(let sex, let age, let category): return published(definition, sex, age, category)
        case .count(let selection, let breakdown): return counts(definition, selection, breakdown)
        default:
            return everyYear { area, year in
                ConfidentialFigure(
                    FigureKey(indicator: definition.id, area: area, period: Period(year: year)),
                    value(of: definition.measure, area, year), flags: flags(area, year, definition.measure))
            }
        }
    }

    /// The figure of the rest of the city — the city without `district` — for tests: two groups that share nobody.
    public func restOfCity(_ definition: IndicatorDefinition, without district: Area, _ year: Int) -> Basis? {
        let city = Area.kommune(population.division.kommune)
        func rest(_ selection: Selection) -> Int? {
            guard let whole = population.count(city, year, selection),
                let part = population.count(district, year, selection)
            else { return nil }
            return whole.persons - part.persons
        }
        switch definition.measure {
        case .proportion(let top, let bottom):
            guard let numerator = rest(top), let denominator = rest(bottom) else { return nil }
            return .proportion(numerator: numerator, denominator: denominator)
        case .ratio(let top, let bottom):
            guard let numerator = rest(top), let denominator = rest(bottom) else { return nil }
            return .ratio(numerator: numerator, denominator: denominator)
        case .meanAge:
            return Self.meanAge { rest(Selection(ages: [$0])) }.map { .mean($0) }
        default: return nil
        }
    }

    // MARK: - Places and years

    private func everyYear(_ body: (Area, Int) -> ConfidentialFigure) -> [ConfidentialFigure] {
        let years = population.years(areas)
        return areas.flatMap { area in years.map { body(area, $0) } }
    }

    private func flags(_ area: Area, _ year: Int, _ measure: Measure) -> Set<FigureFlag> {
        var flags: Set<FigureFlag> = []
        if history.breaks(area, at: year) { flags.insert(.seriesBreak) }
        if case .kommune = area, population.count(area, year, Selection())?.isDistrictsOnly == true {
            flags.insert(.districtsOnly)
        }
        return flags
    }

    // MARK: - Measures

    private func counts(_ definition: IndicatorDefinition, _ selection: Selection, _ breakdown: Breakdown)
        -> [ConfidentialFigure]
    {
        let unallocated = Area.unallocated(population.division.split, population.division.kommune)
        let years = population.years(areas)
        var all: [ConfidentialFigure] = []
        for area in areas + [unallocated] {
            for year in years {
                for sex in [.both] + breakdown.sexes {
                    for age in [.all] + breakdown.ages {
                        let wanted = Selection(
                            sex: sex == .both ? selection.sex : sex, ages: age == .all ? selection.ages : [age])
                        let key = FigureKey(
                            indicator: definition.id, area: area, period: Period(year: year), sex: sex, age: age)
                        guard let count = population.count(area, year, wanted) else {
                            all.append(ConfidentialFigure(key, .absent(absence(area, year))))
                            continue
                        }
                        var flags = flags(area, year, definition.measure)
                        if count.isDistrictsOnly { flags.insert(.districtsOnly) }
                        all.append(ConfidentialFigure(key, .estimate(Double(count.persons), .none), flags: flags))
                    }
                }
            }
        }
        return all
    }

    private func published(_ definition: IndicatorDefinition, _ sex: Sex, _ age: AgeRange, _ category: String)
        -> [ConfidentialFigure]
    {
        let table = figures.vaccination
        return areas.flatMap { area in
            table.periods().map { period in
                let source = OwnerFigures.Key(area: area, period: period, sex: sex, age: age, category: category)
                let key = FigureKey(indicator: definition.id, area: area, period: period)
                switch table[source] {
                case .number(let number): return ConfidentialFigure(key, .owners(number))
                case .absent(let absence): return ConfidentialFigure(key, .absent(absence))
                case nil: return ConfidentialFigure(key, .absent(.missing))
                }
            }
        }
    }

    private func value(of measure: Measure, _ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        switch measure {
        case .proportion(let top, let bottom): proportion(area, year, top, bottom)
        case .ratio(let top, let bottom): ratio(area, year, top, bottom)
        case .meanAge: meanAge(area, year)
        case .growth(let years): growth(area, year, over: years)
        case .shareOfCity: shareOfCity(area, year)
        case .growthSpread(let years, let smallest, let fewest):
            growthSpread(area, year, over: years, smallestPart: smallest, fewestParts: fewest)
        case .count, .published: preconditionFailure("counts and owners' figures have ways of their own")
        }
    }

    private func proportion(_ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection)
        -> ConfidentialFigure.Value
    {
        guard let numerator = population.count(area, year, top)?.persons,
            let denominator = population.count(area, year, bottom)?.persons
        else { return .absent(absence(area, year)) }
        guard denominator > 0 else { return .notComputable(.nobody) }
        return .estimate(
            100 * Double(numerator) / Double(denominator), .proportion(numerator: numerator, denominator: denominator))
    }

    private func ratio(_ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection) -> ConfidentialFigure.Value {
        guard let numerator = population.count(area, year, top)?.persons,
            let denominator = population.count(area, year, bottom)?.persons
        else { return .absent(absence(area, year)) }
        guard denominator > 0 else { return .notComputable(.nobody) }
        return .estimate(
            100 * Double(numerator) / Double(denominator), .ratio(numerator: numerator, denominator: denominator))
    }

    private func meanAge(_ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        guard population.count(area, year, Selection()) != nil else { return .absent(absence(area, year)) }
        let summary = Self.meanAge { population.count(area, year, Selection(ages: [$0]))?.persons }
        guard let summary else { return .notComputable(.nobody) }
        return .estimate(summary.mean, .mean(summary))
    }

    /// Somebody of 40 completed years is 40.5 on average; the last, open age counts as its first year.
    private static func meanAge(_ persons: (AgeRange) -> Int?) -> MeanSummary? {
        var values: [(value: Double, count: Int)] = []
        for age in 0...PopulationTable.lastAge {
            let range = AgeRange(from: age, to: age == PopulationTable.lastAge ? AgeRange.oldest : age)
            guard let range, let count = persons(range) else { return nil }
            values.append((Double(age) + 0.5, count))
        }
        return MeanSummary(values)
    }

    private func growth(_ area: Area, _ year: Int, over years: Int) -> ConfidentialFigure.Value {
        guard let (first, last) = population.counts(area, from: year - years, to: year, Selection()) else {
            return .absent(absence(area, year - years))
        }
        guard history.status(of: area, in: year - years) == history.status(of: area, in: year),
            !(year - years + 1...year).contains(where: { history.breaks(area, at: $0) })
        else { return .notComputable(.boundariesChanged) }
        guard first.persons > 0 else { return .notComputable(.nobody) }
        return .estimate(100 * Double(last.persons - first.persons) / Double(first.persons), .none)
    }

    private func shareOfCity(_ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        guard case .district = area else { return .absent(.notApplicable) }
        let city = Area.kommune(population.division.kommune)
        guard let part = population.count(area, year, Selection()),
            let whole = population.count(city, year, Selection())
        else { return .absent(absence(area, year)) }
        guard whole.persons > 0 else { return .notComputable(.nobody) }
        return .estimate(100 * Double(part.persons) / Double(whole.persons), .none)
    }

    private func growthSpread(
        _ area: Area, _ year: Int, over years: Int, smallestPart: Int, fewestParts: Int
    ) -> ConfidentialFigure.Value {
        guard case .district = area else { return .absent(.notApplicable) }
        let table = figures.populationParts
        guard table.years(of: area).contains(year), table.years(of: area).contains(year - years) else {
            return .absent(absence(area, year - years))
        }
        guard history.status(of: area, in: year - years) == history.status(of: area, in: year) else {
            return .notComputable(.boundariesChanged)
        }
        var parts: [(growth: Double, weight: Double)] = []
        for part in table.parts(of: area) {
            guard let first = table.persons(part, of: area, year - years),
                let last = table.persons(part, of: area, year), min(first, last) >= smallestPart
            else { continue }
            parts.append((100 * Double(last - first) / Double(first), Double(first)))
        }
        guard parts.count >= fewestParts else { return .notComputable(.tooFewParts) }
        let weight = parts.reduce(0) { $0 + $1.weight }
        let mean = parts.reduce(0) { $0 + $1.growth * $1.weight } / weight
        let variance = parts.reduce(0) { $0 + ($1.growth - mean) * ($1.growth - mean) * $1.weight } / weight
        return .estimate(variance.squareRoot(), .none)
    }

    /// Why a source is silent: the place was not part of the city then, or nobody has the number.
    private func absence(_ area: Area, _ year: Int) -> Absence {
        history.status(of: area, in: year) == .absent ? .notApplicable : .missing
    }
}
