import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

/// An invented city of two districts with profiles and a forest without, and what goes through the gate for it.
struct InventedCity {
    static let split = SplitID(city: "fjordvik", split: "bydel")
    static let kommune = KommuneCode("9901")!
    static let city = Area.kommune(kommune)
    static let unallocated = Area.unallocated(split, kommune)
    static let codes = ["990101", "990102", "990103"].map { DistrictCode($0)! }
    static let harbour = Area.district(split, codes[0])
    static let hills = Area.district(split, codes[1])
    static let forest = Area.district(split, codes[2])

    /// Persons in 2022 by place and age; the city is the sum unless it is given.
    var persons: [Area: [Int: Int]] = [:]
    /// Persons in other years.
    var otherYears: [Int: [Area: [Int: Int]]] = [:]
    /// What the owner of the register `visits` has published about `visit` at two years of age, 2014–2018.
    var visits: [Area: OwnerFigure] = [:]

    /// What `indicators` are, in their order.
    static func library(_ indicators: [IndicatorFile]) throws -> IndicatorLibrary {
        let scratch = try ScratchFolder(indicators)
        var diagnostics = Diagnostics()
        let registers = ["persons", "visits", "secret"].map { RegisterID($0) }
        let library = IndicatorLibrary.load(from: scratch.folder, registers: registers, &diagnostics)
        #expect(scratch.findings(diagnostics) == [])
        return try #require(library)
    }

    /// A policy that lets out the registers `persons` and `visits`.
    static func policy() throws -> DisclosurePolicy {
        var diagnostics = Diagnostics()
        let text = """
            registers:
              persons: { rule: published-by-owner, because: { nb: Ja., nn: Ja., en: Yes. } }
              visits: { rule: published-by-owner, because: { nb: Ja., nn: Ja., en: Yes. } }
            coverage: { most_unknown: 0.08, largest_difference: 0.05 }
            tests: { interval_level: 0.95, false_discovery_rate: 0.05 }
            """
        let file = InputFile(path: "disclosure.yaml", text: text)
        let registers = ["persons", "visits"].map { RegisterID($0) }
        return try #require(DisclosurePolicy.load(file, registers: registers, &diagnostics))
    }

    /// What the gate makes of `indicators`, and what it has to say.
    func publish(_ indicators: [IndicatorFile]) throws -> (table: PublishedTable?, findings: [String]) {
        let division = AreaDirectory.Division(
            split: Self.split, kommune: Self.kommune, districts: Self.codes)
        var years = otherYears
        years[2022] = persons
        var rows: [PopulationTable.Row] = []
        for (year, places) in years {
            for (area, ages) in places {
                let counts = (0...PopulationTable.lastAge).map { ages[$0] ?? 0 }
                rows.append(try #require(PopulationTable.Row(area: area, year: year, sex: .both, persons: counts)))
            }
        }
        let period = try #require(Period(start: 2014, end: 2018))
        let age = try #require(AgeRange(from: 2, to: 2))
        let owners = visits.map { area, figure in
            (OwnerFigures.Key(area: area, period: period, age: age, category: "visit"), figure)
        }
        let figures = OpenFigures(
            population: [RegisterID("persons"): PopulationTable(rows)],
            ownerFigures: [RegisterID("visits"): OwnerFigures(Dictionary(uniqueKeysWithValues: owners))])
        let submission = PublicationGate.Submission(
            division: division, profiled: Set(Self.codes.prefix(2)),
            calculator: IndicatorCalculator(figures.holdings, division: division, history: BoundaryHistory([:])))
        var diagnostics = Diagnostics()
        let table = PublicationGate(policy: try Self.policy()).publish(
            try Self.library(indicators), of: figures.holdings, [submission], &diagnostics)
        return (table, diagnostics.sorted.map { $0.description })
    }
}

extension PublishedTable {
    /// The whole figure of `area` in the year 2022, or in another period.
    func figure(_ indicator: String, _ area: Area, _ period: String = "2022") throws -> PublishedFigure {
        let period = try #require(Period(code: period))
        return try #require(self[FigureKey(indicator: IndicatorID(indicator), area: area, period: period)])
    }
}

extension IndicatorFile {
    /// The share that people aged `age` are of everybody.
    static func share(of age: Int, decimals: Int = 1) -> IndicatorFile {
        var file = IndicatorFile(
            "share-\(age)",
            measure: "{ kind: proportion, numerator: { ages: [\(age)_\(age)] }, denominator: { ages: [0_120] } }")
        file.decimals = decimals
        return file
    }
}
