import Foundation
import LocatedInput
import TestSupport
import Testing

/// `build`, `check` and `verify`, run as a user runs them.
struct SiteCommandTests {
    /// A copy of everything a site is made from, to break or to add to.
    private func workspace() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        for name in ["geography", "indicators", "templates"] {
            try FileManager.default.copyItem(
                atPath: SharedData.packageRoot.appendingPathComponent(name).path, toPath: scratch.folder.file(name))
        }
        return scratch
    }

    private func run(_ command: String, in scratch: ScratchFolder, _ more: [String] = []) throws -> CommandRun {
        let folders = ["geography", "indicators", "templates"].flatMap { ["--\($0)", scratch.folder.file($0)] }
        return try CommandRun([command] + folders + more)
    }

    private func change(_ file: String, in scratch: ScratchFolder, _ old: String, _ new: String) throws {
        let text = try scratch.text(of: file)
        try #require(text.contains(old))
        try scratch.write(text.replacingOccurrences(of: old, with: new), to: file)
    }

    @Test func everyFaultIsReportedAtItsPlaceAndTheOldSiteStands() throws {
        let scratch = try workspace()
        try scratch.write(#"{"generator":"bydelsprofil","files":[]}"#, to: "site/manifest.json")
        let share = "indicators/befolkning/bef-andel-80p.yaml"
        try change(share, in: scratch, "register: population", "register: popluation")
        try change("templates/text/nn.yaml", in: scratch, "\nprofile:", "\nprofil:")
        try change("geography/oslo/units.csv", in: scratch, "03010101;", "0301010x;")
        try FileManager.default.createDirectory(
            atPath: scratch.folder.file("indicators/helsetilstand"), withIntermediateDirectories: false)
        let build = try run("build", in: scratch, ["--out", scratch.folder.file("site")])
        #expect(build.status == 65)
        #expect(build.output.isEmpty)
        for name in ["UnknownRegister", "MissingPhrase", "UnknownTheme"] { #expect(build.errors.contains("[\(name)]")) }
        #expect(build.errors.contains("did you mean 'population'?"))
        #expect(build.errors.contains(scratch.folder.file("geography/oslo/units.csv") + ":2:1: error:"))
        #expect(try scratch.text(of: "site/manifest.json") == #"{"generator":"bydelsprofil","files":[]}"#)
    }

    @Test func anIndicatorThatNoRuleLetsOutStopsAtTheGate() throws {
        let scratch = try workspace()
        var policy = try scratch.text(of: "indicators/disclosure.yaml")
        let from = try #require(policy.range(of: "  vaccination:"))
        let to = try #require(policy[from.upperBound...].range(of: "\n#"))
        policy.removeSubrange(from.lowerBound..<to.lowerBound)
        try scratch.write(policy, to: "indicators/disclosure.yaml")
        let build = try run("build", in: scratch, ["--out", scratch.folder.file("site")])
        #expect(build.status == 2)
        #expect(build.errors.contains("[NothingAllowsPublication]"))
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.file("site")))
    }

    @Test func aTableChangedUnderTheSameChecksumIsRefused() throws {
        let scratch = try workspace()
        try change("indicators/open-figures/vaccination/coverage.csv", in: scratch, ";97.7;", ";99.7;")
        let check = try run("check", in: scratch, ["--json"])
        #expect(check.status == 1)
        #expect(check.output.contains("ChecksumMismatch"))
        #expect(check.output.contains("\"schema_version\" : 1"))
    }

    @Test func aFolderThatIsNotOursIsLeftAlone() throws {
        let scratch = try workspace()
        try scratch.write("mine", to: "site/notes.txt")
        let build = try run("build", in: scratch, ["--out", scratch.folder.file("site")])
        #expect(build.status == 73)
        #expect(build.errors.contains("[NotOurFolder]"))
        #expect(try scratch.text(of: "site/notes.txt") == "mine")
    }

    @Test func missingInputAndWrongUsageHaveCodesOfTheirOwn() throws {
        let scratch = try ScratchFolder()
        #expect(try run("check", in: scratch).status == 1)
        #expect(try run("build", in: scratch, ["--out", scratch.folder.file("site")]).status == 66)
        #expect(try CommandRun(["verify", scratch.folder.file("site")]).status == 66)
        #expect(try CommandRun(["build", "--nonsense"]).status == 64)
    }

    /// The newcomer's walk: an indicator is one file, a city is one folder.
    @Test func oneFileAddsAnIndicatorAndOneFolderACity() throws {
        let scratch = try workspace()
        var share = try scratch.text(of: "indicators/befolkning/bef-andel-80p.yaml")
        for (old, new) in [("80p", "90p"), ("80_120", "90_120"), ("80", "90")] {
            share = share.replacingOccurrences(of: old, with: new)
        }
        let order = try #require(share.firstMatch(of: /(?m)^order: (\d+)$/))
        share.replaceSubrange(order.range, with: "order: 999")
        try scratch.write(share, to: "indicators/befolkning/bef-andel-90p.yaml")
        try FileManager.default.copyItem(
            atPath: Fixtures.geography.file("fjordvik"), toPath: scratch.folder.file("geography/fjordvik"))
        let site = scratch.folder.file("site")
        let build = try run("build", in: scratch, ["--out", site])
        try #require(build.status == 0, "\(build.errors)")
        let figures = try scratch.text(of: "site/data/2026/figures.csv")
        #expect(
            figures.contains("2026,oslo-bydel,030101,district,bef-andel-90p,2024,2024,0,90_120,proportion,percent,"))
        #expect(figures.contains(",fjordvik-bydel,990101,district,bef-andel-90p,"))
        for language in ["nb", "nn", "en"] {
            let pages = InputFolder(site).folder(language)
            #expect(pages.folder("indikator/bef-andel-90p").has("index.html"))
            #expect(pages.folder("fjordvik-bydel").folders().count == 3)
        }
        let verify = try CommandRun(["verify", site])
        #expect(verify.status == 0, "\(verify.errors)")
        try scratch.write("changed", to: "site/data/2026/figures.csv")
        #expect(try CommandRun(["verify", site]).status == 1)
    }
}
