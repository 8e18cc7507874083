import Checksum
import Foundation
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) @testable import Registers

struct FiguresImportTests {
    private static let geography = SharedData.folder + "/geography/"

    /// An invented register with one place, and a table that has a source but does not exist yet.
    private func scratch(_ records: String) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write(
            "registers/people.yaml",
            """
            id: people
            owner: { nb: a, nn: a, en: a }
            name: { nb: a, nn: a, en: a }
            counts: { nb: a, nn: a, en: a }
            lowest_geography: bydel
            first_year: 2005
            licence: { nb: a, nn: a, en: a }
            tables: ["1"]
            publication: published-by-owner
            layouts: [long-persons]

            """)
        try scratch.write("registers/people-areas.csv", "label;area;first_year;last_year\n0;0;;\n")
        try scratch.write(
            "out/people/source.yaml",
            """
            register: people
            tables:
              - file: persons.csv
                kind: persons
                sha256: none
                owner: a
                table: b
                taken: c
                origin: d
                licence: e
                holds: f
                left_out: g

            """)
        try scratch.write("in.csv", "year;sex;age;persons\n" + records)
        return scratch
    }

    private var everyAge: String {
        (0...PopulationTable.lastAge).map { "2020;0;\($0);\($0 % 7)\n" }.joined()
    }

    private func importing(_ scratch: ScratchFolder, _ files: [String] = ["in.csv"], table: String? = nil) -> (
        figures: FiguresImport?, found: [Diagnostic]
    ) {
        var diagnostics = Diagnostics()
        let figures = FiguresImport(
            FiguresImport.Request(
                files: files.map { scratch.folder.file($0) }, register: RegisterID("people"),
                registers: scratch.folder.folder("registers"), out: scratch.folder.folder("out"), table: table),
            &diagnostics)
        return (figures, diagnostics.sorted)
    }

    @Test func writesTheTableAndItsChecksumAndThenChangesNothing() throws {
        let scratch = try scratch(everyAge)
        let first = try #require(importing(scratch).figures)
        #expect(first.isChanged)
        #expect(!scratch.folder.folder("out/people").has("persons.csv"))
        try first.write()
        let written = try scratch.text("out/people/persons.csv")
        #expect(written.hasPrefix("area;year;sex;0;1;2;"))
        #expect(try scratch.text("out/people/source.yaml").contains(Checksum.sha256(Data(written.utf8))))
        #expect(try scratch.text("out/people/source.yaml").contains("left_out: g\n"))
        let second = try #require(importing(scratch).figures)
        #expect(!second.isChanged)
        #expect(second.records == 1)
    }

    @Test func theOrderOfRecordsDoesNotMatter() throws {
        let scratch = try scratch(everyAge)
        try importing(scratch).figures?.write()
        let lines = everyAge.split(separator: "\n").reversed().joined(separator: "\n")
        try scratch.write("turned.csv", "year;sex;age;persons\n\(lines)\n")
        #expect(importing(scratch, ["turned.csv"]).figures?.isChanged == false)
    }

    @Test func filesMayRepeatEachOtherButNotDisagree() throws {
        let scratch = try scratch(everyAge)
        try scratch.write("same.csv", "year;sex;age;persons\n" + everyAge)
        #expect(importing(scratch, ["in.csv", "same.csv"]).found == [])
        try scratch.write("other.csv", "year;sex;age;persons\n" + everyAge.replacing(";8;1\n", with: ";8;2\n"))
        let (figures, found) = importing(scratch, ["in.csv", "other.csv"])
        #expect(figures == nil)
        #expect(found.map(\.name) == ["FilesDisagree"])
        #expect(found.first?.message.contains("age 8") == true)
    }

    @Test func menAndWomenMustBeEverybody() throws {
        let men = everyAge.replacing("2020;0;", with: "2020;1;")
        let women = everyAge.replacing("2020;0;", with: "2020;2;")
        #expect(importing(try scratch(everyAge + men + women)).found.map(\.name) == ["SexesDoNotAdd"])
        #expect(importing(try scratch(men + women)).found == [])
    }

    @Test func everyAgeMustBeThere() throws {
        let found = importing(try scratch(everyAge.replacing("2020;0;50;1\n", with: ""))).found
        #expect(found.map(\.name) == ["MissingAge"])
        #expect(found.first?.message.contains("age 50") == true)
    }

    @Test func refusesAnUnknownHeaderAMissingFileAndATableWithoutASource() throws {
        let scratch = try scratch(everyAge)
        try scratch.write("odd.csv", "a;b\n1;2\n")
        #expect(importing(scratch, ["odd.csv"]).found.map(\.name) == ["UnknownHeader"])
        #expect(importing(scratch, ["gone.csv"]).found.map(\.name) == ["MissingFile"])
        #expect(importing(scratch, table: "other.csv").found.map(\.name) == ["NoSourceNamed"])
    }

    @Test(
        .enabled(if: SharedData.isPresent, "the real source files are not here"),
        arguments: [
            (
                "population", "persons.csv",
                [
                    "population/bydel_population_age_sex_2005-2026.csv",
                    "population/10826_Personerward2001-2020.csv", "population/10826_Personerward2021.csv",
                    "population/07459_norway_population_by_age_sex_2020.csv", "population/Personer2020.csv",
                    "population/Personer2005-2009.csv",
                ]
            ),
            ("population-parts", "persons.csv", ["population/delomraade_by_bydel_population_2002-2025.csv"]),
            ("vaccination", "coverage.csv", ["health/khs_barnevaksinasjon_5aars_B.csv"]),
        ])
    func theOwnersFilesGiveTheCommittedTablesAndAgreeInEveryCommonCell(
        register: String, table: String, files: [String]
    ) throws {
        var diagnostics = Diagnostics()
        let figures = FiguresImport(
            FiguresImport.Request(
                files: files.map { Self.geography + $0 }, register: RegisterID(register),
                registers: FourCities.registers, out: FourCities.openFigures, table: table),
            &diagnostics)
        #expect(diagnostics.sorted.filter { $0.severity != .note } == [])
        #expect(figures?.isChanged == false)
    }
}
