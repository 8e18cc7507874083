import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

private struct Country {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write(InventedCountry.definition, to: "register.yaml")
    }

    func write(_ date: String, _ units: [InventedCountry.Row], to name: String) throws {
        try scratch.write(InventedCountry.list(date, units), to: "in/\(name)")
    }

    func plan(_ files: [String], _ diagnostics: inout Diagnostics) -> ImportPlan? {
        CountryImport(into: InputFolder(scratch.folder.path)).plan(
            files.map { name in
                let parts = name.split(separator: "@").map(String.init)
                return ImportSource(
                    path: scratch.folder.file("in/\(parts[0])"), date: parts.count > 1 ? CalendarDate(parts[1]) : nil)
            }, &diagnostics)
    }

    @discardableResult
    func importing(_ files: [String], warnings: [String] = []) throws -> ImportPlan {
        var diagnostics = Diagnostics()
        let plan = try #require(plan(files, &diagnostics), "\(diagnostics.sorted)")
        #expect(diagnostics.sorted.map(\.name) == warnings)
        try plan.write()
        return plan
    }

    func faults(_ files: [String]) -> [Diagnostic] {
        var diagnostics = Diagnostics()
        #expect(plan(files, &diagnostics) == nil)
        return diagnostics.sorted
    }

    /// The lists of three years.
    func importingAll() throws {
        try write("2016-01-01", InventedCountry.of2016, to: "2016.csv")
        try write("2020-01-01", InventedCountry.of2020, to: "2020.csv")
        try write("2024-01-01", InventedCountry.of2024, to: "2024.csv")
        try importing(["2016.csv", "2020.csv", "2024.csv"])
    }
}

@Test func aKommuneThatTakesANewNumberOrIsDividedIsFollowedByNamesWhereThatIsWhole() throws {
    let country = try Country()
    try country.importingAll()
    #expect(
        try country.scratch.text(of: "changes.csv") == """
            old;new;date;share;basis;source
            99010101;77010101;2020-01-01;1;whole;SSB KLASS 1, lists: same name and last four digits
            99010102;77010102;2020-01-01;1;whole;SSB KLASS 1, lists: same name and last four digits
            88010101;88020101;2024-01-01;1;whole;SSB KLASS 1, lists: same name
            88010102;88020301;2024-01-01;1;whole;SSB KLASS 1, lists: same name
            88010201;88030101;2024-01-01;1;whole;SSB KLASS 1, lists: same name

            """)
    #expect(
        try country.scratch.text(of: "kommuner.csv") == """
            kommune;name;valid_from;valid_to
            7701;Fjordvik;2020-01-01;
            8801;Storby;2016-01-01;2024-01-01
            8802;Storby;2024-01-01;
            8803;Skogen;2024-01-01;
            9901;Fjordvik;2016-01-01;2020-01-01
            9902;Øya;2016-01-01;2020-01-01
            9902;Øyvær;2020-01-01;

            """)
    #expect(
        try country.scratch.text(of: "register.yaml")
            == InventedCountry.definition.replacing("last: 2016-01-01", with: "last: 2024-01-01"))
    let (register, faults) = UnitRegister.reading(in: country.scratch.folder)
    #expect(faults == [] && register?.lists == "2016-01-01"..."2024-01-01")
}

@Test func importingTheSameListsOfTheCountryAgainChangesNothing() throws {
    let country = try Country()
    try country.importingAll()
    let again = try country.importing(["2016.csv", "2020.csv", "2024.csv"])
    #expect(again.tables.allSatisfy { !$0.isChanged } && again.entries.isEmpty)
    #expect(try country.importing(["2024.csv"]).tables.allSatisfy { !$0.isChanged })
}

@Test func listsOfTheCountryGivenYearByYearMakeTheSameTablesAsTogether() throws {
    let together = try Country()
    try together.importingAll()
    let apart = try Country()
    for (name, units) in [
        ("2016", InventedCountry.of2016), ("2020", InventedCountry.of2020), ("2024", InventedCountry.of2024),
    ] {
        try apart.write("\(name)-01-01", units, to: "\(name).csv")
        try apart.importing(["\(name).csv"])
    }
    for table in ["units.csv", "changes.csv", "kommuner.csv", "register.yaml"] {
        #expect(try apart.scratch.text(of: table) == together.scratch.text(of: table))
    }
}

@Test func entriesOfTheCountryTellWhatIsNewGoneMovedAndRenamed() throws {
    let country = try Country()
    try country.write("2016-01-01", InventedCountry.of2016, to: "2016.csv")
    try country.importing(["2016.csv"])
    try country.write("2020-01-01", InventedCountry.of2020, to: "2020.csv")
    let told = try country.importing(["2020.csv"]).entries.map { "\($0.level) \($0.kind) \($0.code) \($0.detail)" }
    #expect(
        told == [
            "grunnkrets new 77010101 Cakkis", "grunnkrets new 77010102 Neset", "grunnkrets gone 99010101 Čakkis",
            "grunnkrets gone 99010102 Neset", "grunnkrets moved 99010101 → 77010101",
            "grunnkrets moved 99010102 → 77010102", "kommune new 7701 Fjordvik", "kommune gone 9901 Fjordvik",
            "kommune renamed 9902 Øya → Øyvær",
        ])
}

@Test func aKommuneWhoseNamesDoNotAgreeIsNotFollowed() throws {
    let country = try Country()
    try country.write("2016-01-01", InventedCountry.of2016, to: "2016.csv")
    try country.write(
        "2020-01-01", InventedCountry.of2020.map { ($0.code, $0.name == "Neset" ? "Odden" : $0.name, $0.kommune) },
        to: "2020.csv")
    let faults = country.faults(["2016.csv", "2020.csv"])
    #expect(Set(faults.map(\.name)) == ["LostKommune", "NoOrigin"])
    #expect(faults.contains { $0.message.contains("kommune 9901") })
    #expect(!country.scratch.folder.has("units.csv"))
}

@Test func aUnitOfTheCountryIsNotLostWithoutAWordAndTheNewOnesThereAreNamed() throws {
    let country = try Country()
    try country.importingAll()
    try country.write(
        "2025-01-01",
        InventedCountry.of2024.filter { $0.code != "77010102" }
            + [("77010103", "Neset nord", "Fjordvik"), ("77010104", "Neset sør", "Fjordvik")], to: "2025.csv")
    let before = try country.scratch.text(of: "units.csv")
    let faults = country.faults(["2025.csv"])
    #expect(faults.map(\.name) == ["LostUnit"])
    #expect(faults.first?.remedy?.hasSuffix("77010103, 77010104") == true)
    #expect(try country.scratch.text(of: "units.csv") == before)
}

@Test func aUnitWithSeveralSuccessorsAndNoSharesIsAFindingUntilTheSharesAreWritten() throws {
    let country = try Country()
    try country.importingAll()
    try country.write(
        "2025-01-01",
        InventedCountry.of2024.filter { $0.code != "77010102" }
            + [("77010103", "Neset nord", "Fjordvik"), ("77010104", "Neset sør", "Fjordvik")], to: "2025.csv")
    try country.scratch.write("oldCode;newCode\n77010102;77010103\n77010102;77010104\n", to: "in/changes.csv")
    let files = ["2025.csv", "changes.csv@2025-01-01"]
    var diagnostics = Diagnostics()
    _ = try #require(country.plan(files, &diagnostics))
    let finding = try #require(diagnostics.sorted.first)
    #expect(finding.name == "UnknownShares" && finding.severity == .warning)
    #expect(finding.message.contains("77010102 becomes 77010103, 77010104 on 2025-01-01"))
    #expect(finding.remedy?.contains("'population'") == true && finding.remedy?.contains("'area'") == true)
    try country.importing(files, warnings: ["UnknownShares"])
    let changes = try country.scratch.text(of: "changes.csv")
    #expect(changes.contains("77010102;77010103;2025-01-01;;unknown;SSB KLASS 1\n"))
    try country.scratch.write(
        changes.replacing("77010103;2025-01-01;;unknown", with: "77010103;2025-01-01;0.25;population")
            .replacing("77010104;2025-01-01;;unknown", with: "77010104;2025-01-01;0.75;population"), to: "changes.csv")
    #expect(try country.importing(files).tables.allSatisfy { !$0.isChanged })
}

@Test func aUnitThatComesOfNothingIsAFinding() throws {
    let country = try Country()
    try country.importingAll()
    try country.write("2025-01-01", InventedCountry.of2024 + [("77010103", "Nyland", "Fjordvik")], to: "2025.csv")
    try country.importing(["2025.csv"], warnings: ["NoOrigin"])
}

@Test func partOfAListIsRefusedWithOneFinding() throws {
    let country = try Country()
    try country.importingAll()
    try country.write("2025-01-01", InventedCountry.of2024.filter { $0.code == "99020101" }, to: "2025.csv")
    #expect(country.faults(["2025.csv"]).map(\.name) == ["PartOfAList"])
    try country.scratch.write("code;level;name\n77010101;2;Cakkis\n770101", to: "in/cut.csv")
    #expect(country.faults(["cut.csv@2025-01-01"]).map(\.name) == ["MissingName"])
}

@Test func cyclicChangesOfTheCountryWriteNothing() throws {
    let country = try Country()
    try country.importingAll()
    try country.scratch.write(
        "oldCode;newCode\n77010101;77010102\n77010102;77010101\n", to: "in/changes.csv")
    let before = try country.scratch.text(of: "changes.csv")
    #expect(Set(country.faults(["changes.csv@2024-01-01"]).map(\.name)).contains("CyclicChange"))
    #expect(try country.scratch.text(of: "changes.csv") == before)
}

@Test func aKommuneListOfKlassNamesTheKommuner() throws {
    let country = try Country()
    try country.importingAll()
    try country.scratch.write(
        "code;level;name\n7701;1;Fjordvik - Vuotna\n8802;1;Storby\n8803;1;Skogen\n9902;1;Øyvær\n", to: "in/131.csv")
    let plan = try country.importing(["131.csv@2025-01-01"])
    #expect(plan.entries.map(\.detail) == ["Fjordvik → Fjordvik - Vuotna"])
    let register = try #require(UnitRegister.reading(in: country.scratch.folder).register)
    #expect(register.kommune("7701", on: "2024-12-31")?.name == "Fjordvik")
    #expect(register.kommune("7701", on: "2025-01-01")?.name == "Fjordvik - Vuotna")
}

@Test func filesThatTellNothingOfTheCountryAreRefused() throws {
    let country = try Country()
    try country.write("2015-01-01", InventedCountry.of2016, to: "2015.csv")
    #expect(country.faults(["2015.csv"]).map(\.name) == ["NothingOfCountry"])
    try country.scratch.remove("register.yaml")
    #expect(country.faults(["2015.csv"]).map(\.name) == ["MissingFile"])
}
