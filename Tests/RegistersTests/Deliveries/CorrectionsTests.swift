import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

struct CorrectionsTests {
    private let registers: [RegisterDefinition]
    private let because = "because: { nb: Feil, nn: Feil, en: Wrong }"

    init() throws {
        registers = [
            try DeliveredFixture.register(
                "deaths",
                delivery: """
                    format: long-csv
                    columns: { area: area, year: year, sex: sex, age: age, category: cause, count: n }
                    sexes: { "1": men, "2": women }
                    ages: single-years
                    categories: { A: a, B: b }
                    """),
            try DeliveredFixture.register(
                "homes", delivery: "format: long-csv\ncolumns: { area: area, year: year }\nages: 0_17"),
            try DeliveredFixture.register("people"),
        ]
    }

    private func load(_ text: String) -> (corrections: Corrections?, found: [String]) {
        var diagnostics = Diagnostics()
        let corrections = Corrections(
            InputFile(path: "corrections.yaml", text: text), registers: registers, &diagnostics)
        return (corrections, diagnostics.sorted.map(\.description))
    }

    private func cells() throws -> [DeliveredCell] {
        let child = try #require(AgeRange(code: "0_17"))
        return [2020, 2021].map { year in
            DeliveredCell(
                DeliveredCell.Key(area: "03010101", year: year, sex: .both, age: child, category: "all"),
                count: year == 2020 ? .number(12) : .absent(.withheld), at: SourceLocation(file: "a.csv", line: year))
        }
    }

    @Test func aCorrectionTakesThePlaceOfWhatIsDelivered() throws {
        let (corrections, found) = load(
            """
            - { register: homes, area: "03010101", year: 2020, from: 12, to: 2.5, \(because) }
            - { register: homes, area: "03010101", year: 2021, from: ":", to: "..", \(because) }
            """)
        #expect(found == [])
        var (cells, diagnostics) = (try self.cells(), Diagnostics())
        let applied = try #require(corrections).apply(to: &cells, of: RegisterID("homes"), &diagnostics)
        #expect(diagnostics.isEmpty)
        #expect(cells.map(\.count) == [.number(2.5), .absent(.missing)])
        #expect(applied.map(\.because.self).map { $0[.en] } == ["Wrong", "Wrong"])
    }

    @Test func aCorrectionThatDoesNotFitOrFindItsCellIsAnErrorAndChangesNothing() throws {
        let (corrections, _) = load(
            """
            - { register: homes, area: "03010101", year: 2020, from: 11, to: 2, \(because) }
            - { register: homes, area: "03010102", year: 2020, from: 12, to: 2, \(because) }
            - { register: homes, area: "03010101", year: 2021, from: ":", to: 3, \(because) }
            """)
        var (cells, diagnostics) = (try self.cells(), Diagnostics())
        let applied = try #require(corrections).apply(to: &cells, of: RegisterID("homes"), &diagnostics)
        #expect(
            diagnostics.sorted.map(\.description) == [
                "corrections.yaml:1:3: error: 'from' is not what is delivered in 'homes' for area 03010101, 2020, sex 0, "
                    + "age 0_17, category 'all'; the owner may have corrected it: remove the correction, or write what is "
                    + "delivered now [CorrectionDoesNotFit]",
                "corrections.yaml:2:3: error: no delivery of 'homes' has a figure for area 03010102, 2020, sex 0, age "
                    + "0_17, category 'all'; name the place by the owner's code as delivered, or remove the correction if "
                    + "it is no longer needed [UnappliedCorrection]",
            ])
        #expect(cells.map(\.count) == [.number(12), .number(3)])
        #expect(applied.map(\.location.line) == [3])
    }

    @Test func otherRegistersAreLeftAlone() throws {
        let (corrections, _) = load("- { register: homes, area: \"1\", year: 2020, from: 11, to: 2, \(because) }")
        var (cells, diagnostics) = (try self.cells(), Diagnostics())
        #expect(try #require(corrections).apply(to: &cells, of: RegisterID("deaths"), &diagnostics).isEmpty)
        #expect(diagnostics.isEmpty)
    }

    @Test func theCellIsNamedByOurCodesAndTheOwnersPlace() throws {
        let (corrections, found) = load(
            "- { register: deaths, area: \"0301\", year: 2020, sex: 2, age: 5_5, category: b, from: 1, to: 0, \(because) }"
        )
        #expect(found == [])
        #expect(
            corrections?.all.map(\.key.description) == ["area 0301, 2020, sex 2, age 5_5, category 'b'"])
    }

    @Test(arguments: [
        ("register: deths, area: a, year: 2020, from: 1, to: 2", "1:15", "UnknownRegister"),
        ("register: people, area: a, year: 2020, from: 1, to: 2", "1:15", "NotDelivered"),
        ("register: homes, area: a, year: x, from: 1, to: 2", "1:37", "WrongShape"),
        ("register: homes, area: a, year: 2020, from: -1, to: 2", "1:49", "NotACount"),
        ("register: homes, area: a, year: 2020, from: 1, to: many", "1:56", "NotACount"),
        ("register: homes, area: a, year: 2020, from: 1, to: 1000000000", "1:56", "NotACount"),
        ("register: homes, area: a, year: 2020, from: 1, to: 1", "1:56", "CorrectsNothing"),
        ("register: homes, area: a, year: 2020, sex: 1, from: 1, to: 2", "1:48", "UnknownCode"),
        ("register: homes, area: a, year: 2020, age: 0_5, from: 1, to: 2", "1:48", "UnknownCode"),
        ("register: homes, area: a, year: 2020, category: b, from: 1, to: 2", "1:53", "UnknownCode"),
        ("register: deaths, area: a, year: 2020, age: 0_4, sex: 1, category: a, from: 1, to: 2", "1:49", "UnknownCode"),
        ("register: deaths, area: a, year: 2020, age: 4_4, category: a, from: 1, to: 2", "1:3", "CellNotNamed"),
        ("register: deaths, area: a, year: 2020, sex: 1, category: a, from: 1, to: 2", "1:3", "CellNotNamed"),
        ("register: deaths, area: a, year: 2020, age: 4_4, sex: 1, from: 1, to: 2", "1:3", "CellNotNamed"),
        ("register: homes, area: a, year: 2020, from: 1", "1:3", "MissingKey"),
        ("register: homes, area: a, year: 2020, from: 1, to: 2, why: x", "1:59", "UnknownKey"),
    ])
    func aRecordThatNamesNoCellIsRefused(record: String, place: String, name: String) {
        let (corrections, found) = load("- { \(record), \(because) }")
        #expect(corrections == nil)
        #expect(
            found.contains { $0.hasPrefix("corrections.yaml:\(place): error: ") && $0.hasSuffix("[\(name)]") },
            "\(found)")
    }

    @Test func aCellIsCorrectedOnceAndForAReason() {
        let record = "- { register: homes, area: a, year: 2020, from: 1, to: 2"
        #expect(load("\(record) }").found.map { $0.hasSuffix("'because' is missing; add it [MissingKey]") } == [true])
        #expect(
            load("\(record), \(because) }\n\(record), \(because) }").found == [
                "corrections.yaml:2:3: error: the cell is corrected at corrections.yaml:1:3 already; keep the correction "
                    + "that holds [CorrectedTwice]"
            ])
    }

    @Test func thereAreNoCorrectionsWithoutAFile() throws {
        let scratch = try ScratchFolder()
        var diagnostics = Diagnostics()
        #expect(Corrections.load(from: scratch.folder, registers: registers, &diagnostics)?.all.isEmpty == true)
        #expect(diagnostics.isEmpty)
    }
}
