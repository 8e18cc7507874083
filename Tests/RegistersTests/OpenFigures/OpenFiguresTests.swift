import Checksum
import Foundation
import Geography
import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

/// What is refused in our own tables.
struct OpenFiguresTests {
    private let areas: AreaDirectory
    private let persons: String
    private let totals = "area;year;persons;ages\n9901;2020;318;exact\n9901;2021;320;none\n"

    init() throws {
        let kommune = try #require(KommuneCode("9901"))
        let districts = try ["990101", "990102"].map { try #require(DistrictCode($0)) }
        areas = AreaDirectory([
            AreaDirectory.Division(
                split: SplitID(city: "by", split: "bydel"), kommune: kommune, districts: districts)
        ])
        persons = Self.table([("9901", 0, 3), ("990101", 0, 2), ("990102", 0, 1)])
    }

    /// A table for 2020 where every age of an area has the same number.
    private static func table(_ rows: [(area: String, sex: Int, each: Int)]) -> String {
        let ages = (0...PopulationTable.lastAge).map(String.init).joined(separator: ";")
        let records = rows.map { row in
            "\(row.area);2020;\(row.sex);"
                + Array(repeating: String(row.each), count: PopulationTable.lastAge + 1).joined(separator: ";")
        }
        return (["area;year;sex;\(ages)"] + records).joined(separator: "\n") + "\n"
    }

    private func entry(_ file: String, _ kind: String, _ text: String) -> String {
        """
          - file: \(file)
            kind: \(kind)
            sha256: \(Checksum.sha256(Data(text.utf8)))
            owner: a
            table: b
            taken: c
            origin: d
            licence: e
            holds: f
            left_out: g

        """
    }

    private func loading(
        persons: String? = nil, totals: String? = nil, source: (String) -> String = { $0 }
    ) throws -> (figures: OpenFigures?, found: [Diagnostic]) {
        let scratch = try ScratchFolder()
        let (persons, totals) = (persons ?? self.persons, totals ?? self.totals)
        try scratch.write("people/persons.csv", persons)
        try scratch.write("people/totals.csv", totals)
        let text =
            "register: people\ntables:\n" + entry("persons.csv", "persons", persons)
            + entry("totals.csv", "totals", totals)
        try scratch.write("people/source.yaml", source(text))
        var diagnostics = Diagnostics()
        let figures = OpenFigures.load(from: scratch.folder, areas: areas, &diagnostics)
        return (figures, diagnostics.sorted)
    }

    @Test func theUnallocatedAreTheCityWithoutItsDistricts() throws {
        let rows = [
            ("9901", 1, 4), ("9901", 2, 5), ("990101", 1, 2), ("990101", 2, 2), ("990102", 1, 1), ("990102", 2, 3),
        ]
        let (figures, found) = try loading(
            persons: Self.table(rows), totals: "area;year;persons;ages\n9901;2020;954;exact\n")
        #expect(found == [])
        let table = try #require(figures?.population(RegisterID("people")))
        let unallocated = try #require(AreaCode("990199").flatMap { areas[$0] })
        let child = try #require(AgeRange(code: "0_0"))
        #expect(table.persons(unallocated, 2020, .men, child) == 1)
        #expect(table.persons(unallocated, 2020, .women, child) == 0)
        #expect(table.persons(unallocated, 2020, .both, child) == 1)
    }

    @Test func theUnallocatedAreNotKnownWhereADistrictIsNot() throws {
        let (figures, found) = try loading(persons: Self.table([("9901", 0, 3), ("990101", 0, 2)]))
        #expect(found == [])
        let table = try #require(figures?.population(RegisterID("people")))
        #expect(table.areas().count == 2)
    }

    @Test func districtsBeyondTheCityDoNotBalance() throws {
        let (figures, found) = try loading(
            persons: Self.table([("9901", 0, 3), ("990101", 0, 2), ("990102", 0, 2)]))
        #expect(figures == nil)
        #expect(found.map(\.name) == ["DoesNotBalance"])
        #expect(found.first?.location.line == 2)
    }

    @Test func aGivenUnallocatedMustBalance() throws {
        let rows = [("9901", 0, 3), ("990101", 0, 2), ("990102", 0, 1), ("990199", 0, 1)]
        #expect(try loading(persons: Self.table(rows)).found.map(\.name) == ["DoesNotBalance"])
    }

    @Test func noDiagnosticTellsACount() throws {
        let rows = [("9901", 0, 300), ("990101", 0, 777), ("990102", 0, 444)]
        let (_, found) = try loading(
            persons: Self.table(rows), totals: "area;year;persons;ages\n9901;2020;5555;exact\n")
        #expect(found.map(\.name).sorted() == ["DoesNotBalance", "TotalDoesNotFit"])
        for diagnostic in found {
            for count in ["300", "777", "444", "5555", "31800"] { #expect(!diagnostic.message.contains(count)) }
        }
    }

    @Test(arguments: [
        ("9901;2020;318;exact", "9901;2020;319;exact", "TotalDoesNotFit", 2),
        ("9901;2020;318;exact", "9901;2020;318;none", "TotalDoesNotFit", 2),
        ("9901;2020;318;exact", "9901;2020;400;estimated", "TotalDoesNotFit", 2),
        ("9901;2021;320;none", "9901;2021;320;exact", "TotalDoesNotFit", 3),
        ("9901;2020;318;exact", "9901;2020;318;exakt", "UnknownChoice", 2),
        ("9901;2021;320;none", "9902;2021;320;none", "UnknownArea", 3),
        ("9901;2021;320;none", "9901;2020;318;exact", "DoubledFigure", 3),
        ("9901;2021;320;none", "9901;2021;3 20;none", "NotAWholeNumber", 3),
        ("9901;2021;320;none", "By;2021;320;none", "NotAnAreaCode", 3),
    ])
    func pointsAtEachFaultInTotals(part: String, fault: String, name: String, line: Int) throws {
        let (figures, found) = try loading(totals: totals.replacing(part, with: fault))
        #expect(figures == nil)
        #expect(found.map(\.name) == [name])
        #expect(found.map(\.location.line) == [line])
    }

    @Test func refusesBothSexesBesideEach() throws {
        let rows = [("990101", 0, 2), ("990101", 1, 1), ("990101", 2, 1)]
        let (_, found) = try loading(persons: Self.table(rows), totals: "area;year;persons;ages\n")
        #expect(found.map(\.name) == ["DoubledFigure"])
    }

    @Test func aChangedFileUnderTheSameChecksumIsAnError() throws {
        let scratch = try ScratchFolder()
        try scratch.write("people/persons.csv", persons.replacing("990101;2020", with: "990101;2021"))
        try scratch.write(
            "people/source.yaml", "register: people\ntables:\n" + entry("persons.csv", "persons", persons))
        var diagnostics = Diagnostics()
        #expect(OpenFigures.load(from: scratch.folder, areas: areas, &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name) == ["ChecksumMismatch"])
        #expect(diagnostics.sorted.map(\.location.line) == [5])
    }

    @Test func aTableWithoutASourceIsAnError() throws {
        let scratch = try ScratchFolder()
        try scratch.write("people/persons.csv", persons)
        try scratch.write("people/more.csv", persons)
        try scratch.write(
            "people/source.yaml", "register: people\ntables:\n" + entry("persons.csv", "persons", persons))
        var diagnostics = Diagnostics()
        #expect(OpenFigures.load(from: scratch.folder, areas: areas, &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name) == ["NoSourceNamed"])
    }

    @Test(arguments: [
        ("register: people", "register: others", "MisnamedRegister"), ("    owner: a\n", "", "MissingKey"),
        ("kind: totals", "kind: total", "UnknownChoice"), ("licence: e", "licens: e", "UnknownKey"),
        ("file: totals.csv", "file: sums.csv", "MissingFile"),
    ])
    func pointsAtEachFaultInTheSource(part: String, fault: String, name: String) throws {
        let (figures, found) = try loading(source: { $0.replacing(part, with: fault) })
        #expect(figures == nil)
        #expect(found.contains { $0.name == name && $0.remedy != nil })
    }

    @Test(
        arguments: [
            ("0;2_2;0;measles;2013_2017;95.1;", nil),
            ("0;2_2;0;measles;2013_2017;;:", nil),
            ("0;2_2;0;measles;2013_2017;95,1;", "NeitherValueNorMark"),
            ("0;2_2;0;measles;2013_2017;95.1;:", "NeitherValueNorMark"),
            ("0;2_2;0;measles;2013_2017;;", "NeitherValueNorMark"),
            ("0;2_2;0;measles;2013_2017;101;", "BeyondPercentage"),
            ("0;2;0;measles;2013_2017;95.1;", "UnknownAge"),
            ("0;2_2;0;measles;2013-2017;95.1;", "NotAPeriod"),
            ("0;2_2;4;measles;2013_2017;95.1;", "UnknownSex"),
        ] as [(String, String?)])
    func aPercentageIsANumberOrAMark(record: String, name: String?) {
        var diagnostics = Diagnostics()
        let text = "area;age;sex;category;period;value;mark\n\(record)\n"
        let rows = PercentagesFile.read(InputFile(path: "coverage.csv", text: text), &diagnostics)
        #expect(diagnostics.sorted.map(\.name) == (name.map { [$0] } ?? []))
        #expect(rows.count == (name == nil ? 1 : 0))
    }

    @Test func percentagesAreReadAsTheyWereWritten() throws {
        let text = "area;age;sex;category;period;value;mark\n0;2_2;0;a;2013_2017;95.0;\n0;2_2;0;a;2014_2018;;..\n"
        var diagnostics = Diagnostics()
        let rows = PercentagesFile.read(InputFile(path: "coverage.csv", text: text), &diagnostics)
        let figures = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.figure) })
        #expect(PercentagesFile.text(of: figures) == text)
    }
}
