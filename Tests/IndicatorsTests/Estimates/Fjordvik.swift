import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Indicators

/// An invented city and its people. 990101 has had the same borders all along, 990102 lost a unit in 2020, and 990103
/// was outside the city until then; 990104 is a forest.
enum Fjordvik {
    static let split = SplitID(city: "fjordvik", split: "bydel")
    static let kommune = KommuneCode("9901")!
    static let city = Area.kommune(kommune)
    static let unallocated = Area.unallocated(split, kommune)
    static let persons = RegisterID("persons")

    static func district(_ digits: String) -> Area { .district(split, DistrictCode(digits)!) }

    static let division = AreaDirectory.Division(
        split: split, kommune: kommune,
        districts: ["990101", "990102", "990103", "990104"].compactMap { DistrictCode($0) })

    /// What the borders were, traced through the tables of the invented geography.
    static func history(years: ClosedRange<Int> = 2010...2024) throws -> BoundaryHistory {
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: Fixtures.geography, &diagnostics)
        let city = try #require(geography?.city("fjordvik"))
        return BoundaryHistory(
            of: try #require(city.split("bydel")), in: city, today: .january1(2024), years: years)
    }

    /// `persons` at each of some ages, and nobody at the others.
    static func row(_ area: Area, _ year: Int, _ sex: Sex, _ persons: [Int: Int]) -> PopulationTable.Row {
        PopulationTable.Row(
            area: area, year: year, sex: sex, persons: (0...PopulationTable.lastAge).map { persons[$0] ?? 0 })!
    }

    /// Men and women together.
    static func row(_ area: Area, _ year: Int, _ persons: [Int: Int]) -> PopulationTable.Row {
        row(area, year, .both, persons)
    }

    /// A calculator over `rows`, with the borders of the invented geography.
    static func calculator(_ rows: [PopulationTable.Row], totals: [PopulationTable.Total] = []) throws
        -> IndicatorCalculator
    {
        IndicatorCalculator(
            RegisterHoldings(.open, population: [persons: PopulationTable(rows, totals: totals)]), division: division,
            history: try history())
    }

    /// The definition of an invented indicator.
    static func definition(_ measure: String, register: String = "persons") throws -> IndicatorDefinition {
        var file = IndicatorFile("invented", measure: measure)
        file.register = register
        var diagnostics = Diagnostics()
        let definition = IndicatorDefinition(InputFile(path: "invented.yaml", text: file.text), &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        return try #require(definition)
    }
}

extension [ConfidentialFigure] {
    /// The whole figure of `area` in `year`.
    func of(_ area: Area, _ year: Int) throws -> ConfidentialFigure {
        try #require(
            first {
                $0.key.area == area && $0.key.period == Period(year: year) && $0.key.sex == .both
                    && $0.key.age == .all
            })
    }
}

extension ConfidentialFigure {
    /// The unrounded number.
    var number: Double? {
        if case .estimate(let number, _) = value { return number }
        return nil
    }

    /// The reason for no number at all.
    var absence: Absence? {
        if case .absent(let absence) = value { return absence }
        return nil
    }

    /// Why no number could be computed.
    var obstacle: Obstacle? {
        if case .notComputable(let obstacle) = value { return obstacle }
        return nil
    }
}

/// True if the two agree to nine digits.
func agree(_ ours: Double?, _ theirs: Double) -> Bool { ours.map { relativeDifference($0, theirs) < 1e-9 } ?? false }
