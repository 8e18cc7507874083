import Geography
@_spi(Confidential) import Registers
import Statistics

/// Works out an indicator's figures for the places of one split, from what the registers hold.
@_spi(Confidential) public struct IndicatorCalculator {
    private let figures: OpenFigures
    private let division: AreaDirectory.Division
    private let history: BoundaryHistory
    private let areas: [Area]

    /// A calculator for the country, the city of `division` and its districts.
    public init(_ figures: OpenFigures, division: AreaDirectory.Division, history: BoundaryHistory) {
        self.figures = figures
        self.division = division
        self.history = history
        areas = [.country, .kommune(division.kommune)] + division.districts.map { Area.district(division.split, $0) }
    }

    /// True if the register of `definition` holds what its measure is about, in any place and year.
    public func canCompute(_ definition: IndicatorDefinition) -> Bool {
        switch definition.measure {
        case .published(let sex, let age, let category):
            let table = figures.ownerFigures(definition.register)
            return table?.has(sex: sex, age: age, category: category) ?? false
        case .growthSpread: return figures.partPopulation(definition.register) != nil
        default: return figures.population(definition.register) != nil
        }
    }

    /// Every figure of `definition`: each place, each period, and the sexes and ages it is broken down by.
    public func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        switch definition.measure {
        case .published(let sex, let age, let category): return published(definition, sex, age, category)
        case .count(let selection, let breakdown): return counts(definition, selection, breakdown)
        case .proportion(let top, let bottom):
            return everyYear(definition) { proportion($0, $1, $2, top, bottom) }
        case .ratio(let top, let bottom):
            return everyYear(definition) { ratio($0, $1, $2, top, bottom) }
        case .meanAge: return everyYear(definition) { meanAge($0, $1, $2) }
        case .growth(let years): return everyYear(definition) { growth($0, $1, $2, over: years) }
        case .shareOfCity: return everyYear(definition) { shareOfCity($0, $1, $2) }
        case .growthSpread(let years, let smallest, let fewest):
            return growthSpread(definition, over: years, smallestPart: smallest, fewestParts: fewest)
        }
    }

    /// The figure of the rest of the city — the city without `district` — for tests: two groups that share nobody.
    public func restOfCity(_ definition: IndicatorDefinition, without district: Area, _ year: Int) -> Basis? {
        guard let population = population(of: definition) else { return nil }
        func rest(_ selections: [Selection]) -> [Int]? {
            let queries = selections.map { Population.Query(year: year, selection: $0) }
            guard let whole = population.counts(city, queries), let part = population.counts(district, queries) else {
                return nil
            }
            return zip(whole.persons, part.persons).map { $0 - $1 }
        }
        switch definition.measure {
        case .proportion(let top, let bottom):
            return rest([top, bottom]).map { .proportion(numerator: $0[0], denominator: $0[1]) }
        case .ratio(let top, let bottom):
            return rest([top, bottom]).map { .ratio(numerator: $0[0], denominator: $0[1]) }
        case .meanAge: return rest(Self.singleAges).flatMap(Self.meanAge).map { .mean($0) }
        default: return nil
        }
    }

    // MARK: - Places and years

    /// A figure's value, and whether it leaves out people of unknown district.
    private struct Outcome {
        var value: ConfidentialFigure.Value
        var isDistrictsOnly = false
    }

    private var city: Area { .kommune(division.kommune) }

    private func population(of definition: IndicatorDefinition) -> Population? {
        figures.population(definition.register).map { Population(table: $0, division: division, history: history) }
    }

    private func everyYear(_ definition: IndicatorDefinition, _ body: (Population, Area, Int) -> Outcome)
        -> [ConfidentialFigure]
    {
        guard let population = population(of: definition) else { return [] }
        let years = population.years(areas)
        return areas.flatMap { area in
            years.map { year in
                figure(
                    FigureKey(indicator: definition.id, area: area, period: Period(year: year)),
                    body(population, area, year))
            }
        }
    }

    private func figure(_ key: FigureKey, _ outcome: Outcome) -> ConfidentialFigure {
        var flags: Set<FigureFlag> = []
        if history.breaks(key.area, at: key.period.end) { flags.insert(.seriesBreak) }
        if outcome.isDistrictsOnly { flags.insert(.districtsOnly) }
        return ConfidentialFigure(key, outcome.value, flags: flags)
    }

    /// Why a source is silent: the place was not part of the city then, or nobody has the number.
    private func silence(_ area: Area, _ year: Int) -> Outcome {
        Outcome(value: .absent(history.status(of: area, in: year) == .absent ? .notApplicable : .missing))
    }

    // MARK: - Measures

    private func counts(_ definition: IndicatorDefinition, _ selection: Selection, _ breakdown: Breakdown)
        -> [ConfidentialFigure]
    {
        guard let population = population(of: definition) else { return [] }
        let years = population.years(areas)
        var all: [ConfidentialFigure] = []
        for area in areas + [.unallocated(division.split, division.kommune)] {
            for year in years {
                for sex in [.both] + breakdown.sexes {
                    for age in [.all] + breakdown.ages {
                        let wanted = Selection(
                            sex: sex == .both ? selection.sex : sex, ages: age == .all ? selection.ages : [age])
                        let key = FigureKey(
                            indicator: definition.id, area: area, period: Period(year: year), sex: sex, age: age)
                        all.append(figure(key, count(population, area, year, wanted)))
                    }
                }
            }
        }
        return all
    }

    private func count(_ population: Population, _ area: Area, _ year: Int, _ selection: Selection) -> Outcome {
        guard let counts = population.counts(area, [.init(year: year, selection: selection)]) else {
            return silence(area, year)
        }
        return Outcome(
            value: .estimate(Double(counts.persons[0]), .none), isDistrictsOnly: counts.isDistrictsOnly)
    }

    private func published(_ definition: IndicatorDefinition, _ sex: Sex, _ age: AgeRange, _ category: String)
        -> [ConfidentialFigure]
    {
        guard let table = figures.ownerFigures(definition.register) else { return [] }
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

    private func proportion(
        _ population: Population, _ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection
    ) -> Outcome {
        quotient(population, area, year, top, bottom) { .proportion(numerator: $0, denominator: $1) }
    }

    private func ratio(
        _ population: Population, _ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection
    ) -> Outcome {
        quotient(population, area, year, top, bottom) { .ratio(numerator: $0, denominator: $1) }
    }

    /// `top` for every hundred of `bottom`.
    private func quotient(
        _ population: Population, _ area: Area, _ year: Int, _ top: Selection, _ bottom: Selection,
        basis: (_ numerator: Int, _ denominator: Int) -> Basis
    ) -> Outcome {
        let queries = [top, bottom].map { Population.Query(year: year, selection: $0) }
        guard let counts = population.counts(area, queries) else { return silence(area, year) }
        let (numerator, denominator) = (counts.persons[0], counts.persons[1])
        guard denominator > 0 else { return Outcome(value: .notComputable(.nobody)) }
        return Outcome(
            value: .estimate(100 * Double(numerator) / Double(denominator), basis(numerator, denominator)),
            isDistrictsOnly: counts.isDistrictsOnly)
    }

    private func meanAge(_ population: Population, _ area: Area, _ year: Int) -> Outcome {
        guard let counts = population.counts(area, Self.singleAges.map { .init(year: year, selection: $0) }) else {
            return silence(area, year)
        }
        guard let summary = Self.meanAge(counts.persons) else { return Outcome(value: .notComputable(.nobody)) }
        return Outcome(value: .estimate(summary.mean, .mean(summary)), isDistrictsOnly: counts.isDistrictsOnly)
    }

    private static let singleAges = (0...PopulationTable.lastAge).compactMap { age in
        AgeRange(from: age, to: age == PopulationTable.lastAge ? AgeRange.oldest : age).map { Selection(ages: [$0]) }
    }

    /// Somebody of 40 completed years is 40.5 on average; the last, open age counts as its first year.
    private static func meanAge(_ persons: [Int]) -> MeanSummary? {
        MeanSummary(persons.enumerated().map { (value: Double($0) + 0.5, count: $1) })
    }

    private func growth(_ population: Population, _ area: Area, _ year: Int, over years: Int) -> Outcome {
        guard let counts = population.counts(area, [.init(year: year - years), .init(year: year)]) else {
            return silence(area, year - years)
        }
        guard isUnchanged(area, from: year - years, to: year) else {
            return Outcome(value: .notComputable(.boundariesChanged))
        }
        let (first, last) = (counts.persons[0], counts.persons[1])
        guard first > 0 else { return Outcome(value: .notComputable(.nobody)) }
        return Outcome(
            value: .estimate(100 * Double(last - first) / Double(first), .none),
            isDistrictsOnly: counts.isDistrictsOnly)
    }

    /// True if `area` had the same borders on every 1 January from `first` to `last`.
    private func isUnchanged(_ area: Area, from first: Int, to last: Int) -> Bool {
        history.status(of: area, in: first) == history.status(of: area, in: last)
            && !(first + 1...last).contains { history.breaks(area, at: $0) }
    }

    private func shareOfCity(_ population: Population, _ area: Area, _ year: Int) -> Outcome {
        guard case .district = area else { return Outcome(value: .absent(.notApplicable)) }
        guard let part = population.counts(area, [.init(year: year)]),
            let whole = population.counts(city, [.init(year: year)])
        else { return silence(area, year) }
        guard whole.persons[0] > 0 else { return Outcome(value: .notComputable(.nobody)) }
        return Outcome(
            value: .estimate(100 * Double(part.persons[0]) / Double(whole.persons[0]), .none),
            isDistrictsOnly: whole.isDistrictsOnly)
    }

    private func growthSpread(
        _ definition: IndicatorDefinition, over years: Int, smallestPart: Int, fewestParts: Int
    ) -> [ConfidentialFigure] {
        guard let table = figures.partPopulation(definition.register) else { return [] }
        let told = Set(areas.flatMap { table.years(of: $0) }).sorted()
        return areas.flatMap { area in
            told.map { year in
                figure(
                    FigureKey(indicator: definition.id, area: area, period: Period(year: year)),
                    growthSpread(table, area, year, over: years, smallestPart: smallestPart, fewestParts: fewestParts))
            }
        }
    }

    private func growthSpread(
        _ table: PartPopulationTable, _ area: Area, _ year: Int, over years: Int, smallestPart: Int, fewestParts: Int
    ) -> Outcome {
        guard case .district = area else { return Outcome(value: .absent(.notApplicable)) }
        guard table.years(of: area).contains(year), table.years(of: area).contains(year - years) else {
            return silence(area, year - years)
        }
        guard isUnchanged(area, from: year - years, to: year) else {
            return Outcome(value: .notComputable(.boundariesChanged))
        }
        var parts: [(growth: Double, weight: Double)] = []
        for part in table.parts(of: area) {
            guard let first = table.persons(part, of: area, year - years),
                let last = table.persons(part, of: area, year), min(first, last) >= smallestPart
            else { continue }
            parts.append((100 * Double(last - first) / Double(first), Double(first)))
        }
        guard parts.count >= fewestParts else { return Outcome(value: .notComputable(.tooFewParts)) }
        let weight = parts.reduce(0) { $0 + $1.weight }
        let mean = parts.reduce(0) { $0 + $1.growth * $1.weight } / weight
        let variance = parts.reduce(0) { $0 + ($1.growth - mean) * ($1.growth - mean) * $1.weight } / weight
        return Outcome(value: .estimate(variance.squareRoot(), .none))
    }
}
