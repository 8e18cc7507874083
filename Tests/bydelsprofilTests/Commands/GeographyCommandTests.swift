import Foundation
import TestSupport
import Testing

private let fjordvik = ["--geography", Fixtures.geography.path]

private func document(_ run: CommandRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
}

@Test func listShowsTheNewestDistrictsWithTheirUnits() throws {
    let run = try CommandRun(["geography", "list"] + fjordvik)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
        run.output == """
            fjordvik  9901  Fjordvik  2020-01-01  units: 12
              fjordvik-bydel  Bydeler  in-use
                990101  Torget & Havna  units: 4
                990102  Søråsen  units: 3
                990103  Øyvær  units: 3
                990104  Utmarka  units: 2  not published

            """)
}

@Test func listShowsAnyDateAsJSON() throws {
    let run = try CommandRun(["geography", "list", "--date", "2019-01-01", "--json"] + fjordvik)
    let document = try document(run)
    #expect(document["schema_version"] as? Int == 1)
    let result = try #require(document["result"] as? [String: Any])
    let city = try #require((result["cities"] as? [[String: Any]])?.first)
    #expect(city["units"] as? Int == 10)
}

@Test func traceShowsBothWaysOfAUnitAndTheUnitsADistrictGained() throws {
    let unit = try CommandRun(["geography", "trace", "99010103"] + fjordvik)
    #expect(unit.status == 0)
    #expect(unit.output.contains("became\n    2017-01-01  99010103 → 99010104  share 0.6"))
    let district = try CommandRun(["geography", "trace", "990102"] + fjordvik)
    #expect(district.output.contains("2020-01-01  units: 3  lost: 99010204"))
}

@Test func traceOfAnUnknownCodeIsBadData() throws {
    let run = try CommandRun(["geography", "trace", "123"] + fjordvik)
    #expect(run.status == 65 && run.errors.contains("[UnknownCode]"))
}

@Test func balanceLooksAtEveryDayAnythingChanged() throws {
    let run = try CommandRun(["geography", "balance"] + fjordvik)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").filter { $0.hasSuffix("  balanced") }.count == 4)
}

@Test func balanceExitsWithOneAndNamesTheUnitInNoDistrict() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    let members = "fjordvik/splits/bydel/members.csv"
    try scratch.write(scratch.text(of: members).replacing("99010203;990102;2005-01-01;\n", with: ""), to: members)
    let run = try CommandRun(["geography", "balance", "--geography", scratch.folder.path])
    #expect(run.status == 1 && run.output.contains("in no district: 99010203"))
    let split = "fjordvik/splits/bydel/split.yaml"
    try scratch.write(scratch.text(of: split).replacing("whole-city", with: "part-of-city"), to: split)
    #expect(try CommandRun(["geography", "balance", "--geography", scratch.folder.path]).status == 0)
}

@Test func aMissingFolderIsMissingInputAndBadTablesAreBadData() throws {
    #expect(try CommandRun(["geography", "list", "--geography", "nowhere"]).status == 66)
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    try scratch.write("district;row;column\n990101;1;1\n", to: "fjordvik/tiles.csv")
    let run = try CommandRun(["geography", "list", "--json", "--geography", scratch.folder.path])
    #expect(run.status == 65 && run.errors.contains("[MissingTile]"))
    let findings = try #require(try document(run)["diagnostics"] as? [[String: Any]])
    #expect(findings.allSatisfy { $0["name"] as? String == "MissingTile" } && findings.count == 2)
}

@Test(arguments: [["geography", "list", "--date", "2020-02-30"], ["geography", "trace"], ["geography", "mend"]])
func wrongUseIsAUsageError(arguments: [String]) throws {
    #expect(try CommandRun(arguments).status == 64)
}

@Test func aDryRunWritesNothingAndTheRealRunWritesOnce() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    try scratch.write(
        "code;level;name\n"
            + scratch.text(of: "fjordvik/units.csv").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ";", omittingEmptySubsequences: false) }.filter { $0[3].isEmpty }
            .map { "\($0[0]);2;\($0[1] == "Lia" ? "Lia Øvre" : $0[1])\n" }.joined(),
        to: "list.csv")
    let before = try scratch.text(of: "fjordvik/units.csv")
    let arguments = [
        "geography", "import", scratch.folder.file("list.csv") + "@2022-01-01", "--city", "fjordvik", "--geography",
        scratch.folder.path,
    ]
    let dry = try CommandRun(arguments + ["--dry-run"])
    #expect(dry.status == 0 && dry.output.contains("units.csv: would be written"))
    #expect(dry.output.contains("2022-01-01  grunnkrets  renamed: 1\n    99010203  Lia → Lia Øvre\n"))
    #expect(try scratch.text(of: "fjordvik/units.csv") == before)
    #expect(try CommandRun(arguments).output.contains("units.csv: written"))
    #expect(try scratch.text(of: "fjordvik/units.csv") != before)
    #expect(try CommandRun(arguments).output.contains("units.csv: unchanged"))
}

@Test func theTablesOfTheCountryAreMadeFromListsAsThoseOfACity() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
        """
        source: { nb: Oppdiktet, nn: Oppdikta, en: Invented }
        licence: CC BY 4.0
        lists: { first: 2020-01-01, last: 2020-01-01 }

        """, to: "register.yaml")
    try scratch.write(
        """
        version_date;grunnkrets_no;grunnkrets_name;bydel_no;bydel_name;kommune_no;kommune_name
        2020-01-01;99010101;Torget;NA;NA;9901;Fjordvik

        """, to: "list.csv")
    let arguments = ["geography", "import", scratch.folder.file("list.csv"), "--geography", scratch.folder.path]
    #expect(try CommandRun(arguments).status == 64)
    #expect(try CommandRun(arguments + ["--country", "--city", "fjordvik"]).status == 64)
    #expect(try CommandRun(arguments + ["--country", "--split", "bydel"]).status == 64)
    let dry = try CommandRun(arguments + ["--country", "--dry-run"])
    #expect(dry.status == 0 && dry.output.contains("kommuner.csv: would be written"))
    #expect(!scratch.folder.has("units.csv"))
    #expect(try CommandRun(arguments + ["--country"]).output.contains("units.csv: written"))
    #expect(try CommandRun(arguments + ["--country"]).output.contains("units.csv: unchanged"))
}
