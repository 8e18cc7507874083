import Foundation
import TestSupport
import Testing

private func codesOfTromso() throws -> [String] {
    let units = try String(contentsOfFile: Fixtures.committedGeography.file("units.csv"), encoding: .utf8)
    return Set(units.split(separator: "\n").map { String($0.prefix(8)) }.filter { $0.hasPrefix("5501") }).sorted()
}

/// Tromsø in two halves, by the codes of its units.
private func table(_ scratch: ScratchFolder) throws -> String {
    let lines = try codesOfTromso().map { "\($0);\($0 < "55011000" ? "10;Sør" : "20;Nord")\n" }
    try scratch.write("grunnkrets;kode;navn\n" + lines.joined(), to: "soner.csv")
    return scratch.folder.file("soner.csv")
}

private let tromso = ["--kommune", "5501", "--date", "2024-01-01"]

@Test func aReportThatCannotBeWrittenIsSaidByItsNameAndNumber() throws {
    let scratch = try ScratchFolder()
    let report = scratch.folder.file("missing/report.html")
    let run = try CommandRun(["split", "check", try table(scratch)] + tromso + ["--report", report])
    #expect(run.status == 73)
    #expect(run.errors.contains("\(report): error: cannot be written") && run.errors.contains("[CannotWrite]"))
}

@Test func aTableOfPeopleOfOtherMunicipalitiesIsBadData() throws {
    let scratch = try ScratchFolder()
    try scratch.write("grunnkrets;antall\n03010101;500\n", to: "people.csv")
    let run = try CommandRun(
        ["split", "check", try table(scratch)] + tromso + ["--people", scratch.folder.file("people.csv")])
    #expect(run.status == 65 && run.errors.contains("kommune 5501") && run.errors.contains("[NobodyLivesHere]"))
}

@Test func bordersWithoutUnitsMustBeMendedAndAdoptNothing() throws {
    let scratch = try ScratchFolder(copying: Fixtures.committedGeography.path)
    let maps = try ScratchFolder()
    try maps.write(
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"kode": "10", "navn": "Sør"},
        "geometry": {"type": "Polygon", "coordinates": [[[18, 69], [19, 69], [19, 70], [18, 69]]]}}]}
        """, to: "omraader.geojson")
    let path = maps.folder.file("omraader.geojson")
    let check = try CommandRun(["split", "check", path, "--lang", "en"] + tromso)
    #expect(check.status == 1 && check.output.contains("The borders must be laid over units"))
    let adopt = try CommandRun(
        ["split", "adopt", path, "--geography", scratch.folder.path, "--id", "soner", "--title", "Soner"] + tromso
            + ["--purpose", "x", "--requested-by", "y"])
    #expect(adopt.status == 1)
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.file("tromso")))
}

@Test func bordersLaidOverPointsAreAdopted() throws {
    let scratch = try ScratchFolder()
    let points = try codesOfTromso().enumerated().map { "\($1);\(18.01 + Double($0) / 200);69.5\n" }
    try scratch.write("grunnkrets;lengdegrad;breddegrad\n" + points.joined(), to: "points.csv")
    let features = [("10", "Sør", 18.0), ("20", "Nord", 18.5)].map { code, name, west in
        let ring = [(west, 69.0), (west + 0.5, 69.0), (west + 0.5, 70.0), (west, 70.0), (west, 69.0)]
        return """
            {"type": "Feature", "properties": {"kode": "\(code)", "navn": "\(name)"}, "geometry": {"type": "Polygon",
            "coordinates": [[\(ring.map { "[\($0.0), \($0.1)]" }.joined(separator: ", "))]]}}
            """
    }
    try scratch.write(
        "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}",
        to: "omraader.geojson")
    let map = ["--units", scratch.folder.file("points.csv")]
    let path = scratch.folder.file("omraader.geojson")
    let check = try CommandRun(["split", "check", path, "--json"] + tromso + map)
    #expect(check.status == 0 && check.output.contains("\"units_sha256\""))
    let adopt = try CommandRun(
        ["split", "adopt", path, "--dry-run", "--id", "soner", "--title", "Soner"] + tromso + map
            + ["--purpose", "x", "--requested-by", "y"])
    #expect(adopt.status == 0 && adopt.output.contains("soner/members.csv: would be written"))
}
