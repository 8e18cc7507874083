import Foundation
import Geography
import LocatedInput
import TestSupport
import Testing

/// The committed tables against the files they were made from.
@Suite(.enabled(if: SharedData.isPresent, "the real source files are not here"))
struct SharedDataImportTests {
    static let changeYears = ["oslo": [2017], "bergen": [2020], "trondheim": [2018, 2020], "stavanger": [2020]]

    private static func sources(of city: String) -> [ImportSource] {
        let folder = SharedData.folder + "/geography"
        let hierarchy = "\(folder)/correspondence/klass_hierarchy_\(city)_2002-2024.csv"
        return [ImportSource(path: hierarchy, date: nil)]
            + (changeYears[city] ?? []).map {
                ImportSource(
                    path: "\(folder)/changes/grunnkrets_change_ssb_jan\($0).csv", date: CalendarDate.january1($0))
            }
    }

    @Test(arguments: changeYears.keys.sorted())
    func importMakesTheCommittedTablesByteForByte(city: String) throws {
        let committed = Fixtures.committedGeography.folder(city)
        let scratch = try ScratchFolder()
        for file in ["city.yaml", "splits/bydel/split.yaml", "splits/bydel/districts.csv"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: committed.file(file)))
            try scratch.write(data, to: "\(city)/\(file)")
        }
        var diagnostics = Diagnostics()
        let plan = GeographyImport(into: scratch.folder, city: city).plan(Self.sources(of: city), &diagnostics)
        #expect(diagnostics.sorted.count == (city == "oslo" ? 24 : 0))
        #expect(
            diagnostics.sorted.allSatisfy {
                $0.name == "UnknownShares" && $0.remedy?.contains("no figure of that division depends on it") == true
            })
        for table in try #require(plan).tables {
            let name = String(table.path.dropFirst(scratch.folder.folder(city).path.count + 1))
            let text = try String(contentsOf: URL(fileURLWithPath: committed.file(name)), encoding: .utf8)
            #expect(table.text == text, "\(city)/\(name) differs")
        }
    }

    @Test func importingIntoTheCommittedTablesChangesNothing() throws {
        var diagnostics = Diagnostics()
        let plan = try #require(
            GeographyImport(into: Fixtures.committedGeography, city: "stavanger")
                .plan(Self.sources(of: "stavanger"), &diagnostics))
        #expect(diagnostics.isEmpty)
        #expect(plan.tables.allSatisfy { !$0.isChanged } && plan.entries.isEmpty)
    }

    /// KLASS's own lists, which the yearly tables were not made from directly.
    @Test(arguments: 2016...2020)
    func klassListsHoldTheSameUnitsAsTheTables(year: Int) throws {
        let path = "\(SharedData.folder)/geography/klass/ssb_grunnkrets_jan\(year).csv"
        var diagnostics = Diagnostics()
        let file = try #require(InputFile(reading: path, &diagnostics))
        var listed: Set<GrunnkretsCode> = []
        let dialect = CSVDialect(encoding: .latin1, allowsShortRecords: true)
        CSVTable(file, dialect: dialect).read(&diagnostics) { _, _ in
            true
        } each: { record, _, _ in
            guard record.text(2) == "2", let code = GrunnkretsCode(record.text(0) ?? "") else { return }
            if !code.isUnallocated { listed.insert(code) }
        }
        for city in try Geography.sound(in: Fixtures.committedGeography).cities {
            let date = CalendarDate.january1(year)
            let kommune = try #require(city.kommune(on: date))
            #expect(Set(city.units(on: date).map(\.code)) == listed.filter { $0.lies(in: kommune) })
        }
    }

    @Test func everyUnitIsNumberedWithinTheKommuneItLiesIn() throws {
        for city in Self.changeYears.keys.sorted() {
            var diagnostics = Diagnostics()
            let file = try #require(InputFile(reading: Self.sources(of: city)[0].path, &diagnostics))
            CSVTable(file).read(&diagnostics) { header, _ in
                header.map(\.value)
            } each: { record, names, _ in
                let unit = names.firstIndex(of: "grunnkrets_no").flatMap(record.text).flatMap(GrunnkretsCode.init)
                let kommune = names.firstIndex(of: "kommune_no").flatMap(record.text).flatMap(KommuneCode.init)
                guard let unit, let kommune, unit.lies(in: kommune) else {
                    Issue.record("line \(record.line) of \(city)")
                    return
                }
            }
            #expect(diagnostics.isEmpty)
        }
    }
}
