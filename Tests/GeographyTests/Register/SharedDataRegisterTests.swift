import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

/// The country's committed tables against the files they were made from, and against files of others.
@Suite(.enabled(if: SharedData.isPresent, "the real source files are not here"))
struct SharedDataRegisterTests {
    private static let folder = SharedData.folder + "/geography"

    /// Every unit and name of every yearly list since the tables begin, one a line.
    @Test func theTablesHoldEveryUnitAndNameOfEveryListAndNoOther() throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c",
            "gzip -dc '\(Self.folder)/correspondence/klass_hierarchy_norway_2002-2024.csv.gz' | grep -E '^20(1[4-9]|2)'"
                + " | cut -d';' -f1-3,10,11 | tr -s ' ' | sed 's/ ;/;/g; s/ $//'",
        ]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let listed = String(decoding: data, as: UTF8.self).split(separator: "\n")
            .filter { !$0.dropFirst(11).prefix(8).hasSuffix("9999") }
        let register = try UnitRegister.committed()
        let held = (2014...2024).map(CalendarDate.january1).flatMap { date in
            register.kommuner(on: date).flatMap { kommune in
                register.units(of: kommune.code, on: date).map {
                    "\(date);\($0.code);\($0.name);\(kommune.code);\(kommune.name)"
                }
            }
        }
        #expect(listed.count == 154_680)
        let (missing, made) = (
            Set(listed.map(String.init)).subtracting(held), Set(held).subtracting(listed.map(String.init))
        )
        #expect(missing.isEmpty && made.isEmpty, "\(missing.sorted().prefix(5)) \(made.sorted().prefix(5))")
    }

    @Test func importingIntoTheCommittedTablesChangesNothing() throws {
        let sources = (2016...2019).map {
            ImportSource(
                path: "\(Self.folder)/changes/grunnkrets_change_ssb_jan\($0).csv", date: CalendarDate.january1($0))
        }
        var diagnostics = Diagnostics()
        let plan = try #require(CountryImport(into: Fixtures.committedGeography).plan(sources, &diagnostics))
        #expect(diagnostics.isEmpty)
        #expect(plan.tables.allSatisfy { !$0.isChanged } && plan.entries.isEmpty)
    }

    /// KLASS's own lists of the whole country, which the yearly tables were not made from directly. They hold Svalbard
    /// (2100) and, in two years, a unit of Bærum that the yearly tables lack.
    @Test(
        arguments: [
            (2016, []), (2017, []), (2018, ["02190412"]), (2019, ["02190412", "21000101", "21000102", "21000103"]),
            (2020, ["21000101", "21000102", "21000103"]),
        ] as [(Int, Set<GrunnkretsCode>)])
    func klassListsHoldTheSameUnitsAsTheCountry(year: Int, extra: Set<GrunnkretsCode>) throws {
        let listed = try Self.codes(
            in: "klass/ssb_grunnkrets_jan\(year).csv", CSVDialect(encoding: .latin1, allowsShortRecords: true)
        ) { $0.text(2) == "2" ? $0.text(0) : nil }
        let register = try UnitRegister.committed()
        let held = Self.units(of: register, on: CalendarDate.january1(year))
        #expect(listed.subtracting(held) == extra && held.isSubset(of: listed))
    }

    @Test(arguments: [2020, 2024])
    func norgeoListsHoldTheSameUnitsAsTheCountry(year: Int) throws {
        let listed = try Self.codes(in: "correspondence/norgeo_cast_\(year).csv", .own) {
            $0.text(3) == "grunnkrets" && $0.text(0)?.hasSuffix("00") == false ? $0.text(0) : nil
        }
        let held = Self.units(of: try UnitRegister.committed(), on: CalendarDate.january1(year))
        #expect(listed.subtracting(held) == ["21000101", "21000102", "21000103"] && held.isSubset(of: listed))
    }

    @Test func theZoneListOf2026HoldsJustTheUnitsOfItsKommuner() throws {
        let listed = try Self.codes(in: "correspondence/lks_gk_2026.csv", CSVDialect(separator: ",")) { $0.text(2) }
        let register = try UnitRegister.committed()
        let kommuner = register.kommuner(on: "2024-01-01").map(\.code).filter { code in
            listed.contains { $0.lies(in: code) }
        }
        #expect(listed.count == 5558 && kommuner.count == 66)
        #expect(Set(kommuner.flatMap { register.units(of: $0, on: "2024-01-01").map(\.code) }) == listed)
    }

    /// The level is part of the key: the same eight digits name a unit and a zone.
    @Test func thirtyFiveCodesAreBothAUnitAndAZone() throws {
        let zones = try Self.codes(in: "correspondence/norgeo_cast_2024_with_levekaar.csv", .own) {
            $0.text(3) == "levekaar" ? $0.text(0) : nil
        }
        let register = try UnitRegister.committed()
        let both = zones.filter { register.unit($0, on: "2024-01-01") != nil }
        #expect(zones.count == 207 && both.count == 35)
        #expect(both.allSatisfy { $0.lies(in: "0301") || $0.lies(in: "1103") })
        #expect(register.unit("11030101", on: "2024-01-01")?.name == "Buøy 2")
    }

    private static func units(of register: UnitRegister, on date: CalendarDate) -> Set<GrunnkretsCode> {
        Set(register.kommuner(on: date).flatMap { register.units(of: $0.code, on: date).map(\.code) })
    }

    /// The codes that `code` finds in the records of a file, `xxxx9999` left out.
    private static func codes(
        in file: String, _ dialect: CSVDialect, _ code: (CSVTable.Record) -> String?
    ) throws -> Set<GrunnkretsCode> {
        var diagnostics = Diagnostics()
        let file = try #require(InputFile(reading: "\(folder)/\(file)", &diagnostics))
        var found: Set<GrunnkretsCode> = []
        CSVTable(file, dialect: dialect).read(&diagnostics) { _, _ in
            true
        } each: { record, _, _ in
            if let code = code(record).flatMap(GrunnkretsCode.init), !code.isUnallocated { found.insert(code) }
        }
        #expect(diagnostics.isEmpty)
        return found
    }
}
