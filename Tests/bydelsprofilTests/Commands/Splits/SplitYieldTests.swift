import Foundation
import TestSupport
import Testing

/// How much would be shown, as `split check` tells it of the invented city.
struct SplitYieldTests {
    private struct Document: Decodable {
        struct Shares: Decodable, Equatable {
            let shown: Int
            let withheld: Int
            let uncovered: Int
            let unavailable: Int
            var all: [Int] { [shown, withheld, uncovered, unavailable] }
        }
        struct Row: Decodable, Equatable {
            let whole: Shares
            let groups: [Shares?]
        }
        struct Yield: Decodable {
            struct Group: Decodable { let theme: String }
            struct District: Decodable {
                let code: String
                let shares: Row
            }
            struct Published: Decodable {
                let split: String
                let today: Row
                let beside: Row
            }
            let groups: [Group]
            let districts: [District]
            let average: Row
            let published: [Published]
        }
        struct Entry: Decodable {
            let id: String
            let message: String
            let round: String?
        }
        struct Report: Decodable {
            let verdict: String
            let findings: [Entry]
            let yield: Yield?
        }
        let result: [Report]
    }

    private func report(_ run: CommandRun) throws -> Document.Report {
        let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
        return try #require(document.result.first)
    }

    private let workspace: FjordvikWorkspace

    init() throws { workspace = try FjordvikWorkspace() }

    @Test func everyDistrictIsToldByGroupBesideWhatIsPublished() throws {
        let run = try workspace.check("request.csv", ["--json"])
        #expect(run.status == 0, "\(run.errors)")
        let yield = try #require(try report(run).yield)
        #expect(yield.groups.map(\.theme) == (1...5).map { "theme-\($0)" })
        #expect(yield.districts.map(\.code) == ["990111", "990112", "990113", "990114", "990115"])
        #expect(yield.published.map(\.split) == ["fjordvik-bydel"])
        let rows = yield.districts.map(\.shares) + [yield.average] + yield.published.flatMap { [$0.today, $0.beside] }
        for shares in rows.flatMap({ $0.groups + [$0.whole] }) {
            if let shares { #expect(shares.all.reduce(0, +) == 100) }
        }
        // The fourth group has two indicators, of which nothing is told.
        for row in rows { #expect(row.groups.map { $0 == nil } == [false, false, false, true, false]) }
        // The fifth group is of a register of whole municipalities.
        for row in rows { #expect(row.groups.last??.unavailable == 100) }
        // Figures of two years: of the smallest places one is of too few.
        for row in [yield.districts[2], yield.districts[3]] {
            #expect(row.shares.groups.first??.all == [50, 50, 0, 0], "\(row.code)")
        }
        #expect(yield.districts[0].shares.groups.first??.all == [100, 0, 0, 0])
    }

    @Test func theSameRequestGivesTheSameBytes() throws {
        let runs = try (0..<2).map { _ in try workspace.check("request.csv", ["--json"]).output }
        #expect(runs[0] == runs[1])
    }

    @Test func districtsOfWhichLittleIsShownAreFoundAndMergesThatHelp() throws {
        let report = try report(workspace.check("request.csv", ["--json"]))
        let ids = report.findings.map(\.id)
        #expect(ids.contains("yield.little-shown:990113") && ids.contains("yield.little-shown:990114"))
        #expect(!ids.contains("yield.little-shown:990111"))
        let merge = try #require(report.findings.first { $0.id == "advice.merge-shown:990113+990114" })
        #expect(merge.message.contains("Neset + Øyene"))
        #expect(report.verdict == "approved")
    }

    @Test func withoutDeliveriesItIsSaidNotToBeJudged() throws {
        let run = try workspace.check("request.csv", ["--json"], deliveries: nil)
        let report = try report(run)
        #expect(report.yield == nil)
        #expect(report.findings.contains { $0.id == "yield.not-examined" })
    }

    @Test func ofASplitThatCannotBeAdoptedNothingIsTold() throws {
        try workspace.scratch.write(
            FjordvikWorkspace.nested.replacing("99010203;990112;Høyden\n", with: ""), to: "faulty.csv")
        let report = try report(workspace.check("faulty.csv", ["--json"]))
        #expect(report.verdict == "must-be-mended" && report.yield == nil)
        #expect(report.findings.contains { $0.id == "yield.not-examined" })
    }

    @Test func faultsOfDeliveriesAreFindingsAndNoShares() throws {
        try workspace.scratch.write("sted;aar;gruppe;antall\n", to: "deliveries/courses/f.csv")
        let report = try report(workspace.check("request.csv", ["--json"]))
        #expect(report.yield == nil)
        #expect(report.findings.contains { $0.id.hasPrefix("yield.refused:") })
    }

    @Test func deliveriesThatAreNotThereEndTheCommand() throws {
        let run = try workspace.check("request.csv", deliveries: "elsewhere")
        #expect(run.status == 66 && run.errors.contains("[MissingFolder]"))
    }

    @Test func aTerminalHasALineOfItAndNoMoreThanTwenty() throws {
        let run = try workspace.check()
        let lines = run.output.split(separator: "\n")
        #expect(lines.count <= 20)
        #expect(lines.count { $0.contains("Bydeler i dag:") } == 1)
    }

    // MARK: - What nobody may learn

    @Test(arguments: ["nb", "nn", "en"])
    func noReportHoldsACount(language: String) throws {
        let path = workspace.scratch.folder.file("report.html")
        let json = try workspace.check("request.csv", ["--json", "--lang", language, "--report", path])
        let terminal = try workspace.check("request.csv", ["--lang", language])
        let page = try workspace.scratch.text(of: "report.html").replacing(/(?s)<style>.*<\/style>/, with: "")
        var secrets = Set(FjordvikWorkspace.counts.values.joined().flatMap { [$0.low, $0.all] })
        // Those of districts, published and requested, and of all.
        let districts = [
            ["99010101", "99010102", "99010104", "99010105"], ["99010201", "99010202", "99010203"],
            ["99010401", "99010402"], ["99010204", "99010401", "99010402"], ["99010301", "99010302"],
            Array(FjordvikWorkspace.counts.keys),
        ]
        for units in districts {
            for year in 0...1 {
                let counts = units.compactMap { FjordvikWorkspace.counts[$0]?[year] }
                secrets.insert(counts.reduce(0) { $0 + $1.low })
                secrets.insert(counts.reduce(0) { $0 + $1.all })
            }
        }
        // Sums of one, two and three are numbers that every page has.
        secrets = secrets.filter { $0 > 9 }
        #expect(secrets.count > 40)
        for text in [json.output, terminal.output, page] {
            // Neither a checksum nor the name of the test's folder is a number.
            let words = text.replacing(/[0-9a-f]{64}/, with: " ").replacing(/[0-9A-F]{8}-[0-9A-F-]{27}/, with: " ")
            let found = words.replacing("\u{A0}", with: "").replacing(/([0-9]),([0-9]{3})/) { "\($0.1)\($0.2)" }
                .matches(of: /[0-9]+/)
            #expect(Set(found.compactMap { Int($0.0) }).isDisjoint(with: secrets))
        }
    }

    @Test func noIndicatorIsNamed() throws {
        let path = workspace.scratch.folder.file("report.html")
        let run = try workspace.check("request.csv", ["--json", "--report", path])
        for text in [run.output, try workspace.scratch.text(of: "report.html")] {
            #expect(text.contains("Tema 1") || text.contains("theme-1"))
            #expect(!text.contains("indicator-1") && !text.contains("Målet"))
        }
    }

    // MARK: - Rounds

    @Test func theNextRoundTellsWhatIsFixedOnThePage() throws {
        try workspace.scratch.write(
            FjordvikWorkspace.nested.replacing("99010203;990112;Høyden\n", with: "abc;990112;Høyden\n"),
            to: "first.csv")
        let first = try workspace.check("first.csv", ["--json"], deliveries: nil)
        try workspace.scratch.write(first.output, to: "first.json")
        let path = workspace.scratch.folder.file("report.html")
        let second = try workspace.check(
            "request.csv",
            ["--json", "--report", path, "--earlier", workspace.scratch.folder.file("first.json")])
        let findings = try report(second).findings
        #expect(findings.contains { $0.id == "yield.little-shown:990114" && $0.round == "new" })
        let page = try workspace.scratch.text(of: "report.html")
        #expect(page.contains("Siden forrige runde"))
        #expect(page.contains("<li>Koder som ikke er grunnkretser: abc</li>"))
        #expect(page.contains("<span class=\"round\">ny</span>"))
        #expect(page.contains("<span class=\"round\">fra forrige runde</span>"))
    }
}
