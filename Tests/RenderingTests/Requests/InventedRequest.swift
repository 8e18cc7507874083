import Disclosure
import Geography
import LocatedInput
import TestSupport
import Testing

@testable import Rendering
@testable import SplitRequests

/// Requests that the invented municipality Fjordvik makes, with people whose numbers stand nowhere else.
enum InventedRequest {
    /// Keeps to the borders of what is published; `&` and letters that English lacks are in the names.
    static let nested = """
        grunnkrets;kode;navn
        99010101;990111;Sentrum & Havn
        99010102;990111;Sentrum & Havn
        99010104;990111;Sentrum & Havn
        99010105;990111;Sentrum & Havn
        99010201;990112;Høyden
        99010202;990112;Høyden
        99010203;990112;Høyden
        99010204;990113;Øyene
        99010301;990113;Øyene
        99010302;990113;Øyene
        99010401;990113;Øyene
        99010402;990113;Øyene

        """
    /// The same, with one unit of few people in another district.
    static let blocked = nested.replacing("99010203;990112;Høyden", with: "99010203;990111;Sentrum & Havn")
    /// The same with a name that is markup, a line without a district, and a unit that isn't there.
    static let faulty =
        nested.replacing("Høyden", with: "<script>alert(1)</script>").replacing("99010202;990112", with: "99010202;")
        + "99019998;990113;Øyene\n"

    /// The people of each unit: no sum of them, and none of them, is a number that a page has for another reason.
    static let counts: [String: Int] = [
        "99010101": 1237, "99010102": 863, "99010104": 2719, "99010105": 947, "99010201": 1693, "99010202": 773,
        "99010203": 211, "99010204": 389, "99010301": 517, "99010401": 307, "99010402": 263,
    ]

    /// What comes of `table`, of Fjordvik on 1 January 2024, beside the published bydeler.
    static func report(_ table: String, knowsPeople: Bool = true) throws -> RequestReport {
        let scratch = try ScratchFolder(copying: Fixtures.geography.path)
        try scratch.write(
            """
            source: { nb: Oppdiktet, nn: Oppdikta, en: Invented }
            licence: CC0
            lists: { first: 2005-01-01, last: 2025-01-01 }

            """, to: "register.yaml")
        for name in ["units.csv", "changes.csv"] { try scratch.write(scratch.text(of: "fjordvik/\(name)"), to: name) }
        try scratch.write(
            "kommune;name;valid_from;valid_to\n9901;Fjordvik;2005-01-01;\n9902;Øyvær;2005-01-01;2020-01-01\n",
            to: "kommuner.csv")
        var diagnostics = Diagnostics()
        let register = UnitRegister.load(from: scratch.folder, &diagnostics)
        let geography = Geography.load(from: scratch.folder, &diagnostics)
        let policy = RequestPolicy.load(from: Fixtures.committedGeography, &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        var people = People()
        for (unit, count) in counts {
            for year in [2023, 2024] { people.add(count, of: nil, in: try #require(GrunnkretsCode(unit)), year: year) }
        }
        let context = RequestContext(
            register: try #require(register), city: geography?.city("fjordvik"), people: knowsPeople ? people : nil,
            policy: try #require(policy))
        let file = InputFile(path: "/home/kari/Skrivebord/ønske.csv", text: table)
        let request = SplitRequest(
            file: RequestFile(file, try #require(register)),
            kommune: try #require(KommuneCode("9901")), date: .january1(2024))
        return request.examine(context, geography: scratch.folder)
    }

    /// Shares of two themes for the districts of `nested`: half of the first theme is withheld of the last district, and
    /// the second theme is not there; beside the split less is shown of what is published.
    static func yield() throws -> YieldTable {
        let whole = YieldTable.Shares(groups: [try shares([.shown]), nil], whole: try shares([.shown]))
        let half = YieldTable.Shares(
            groups: [try shares([.shown, .withheld]), try shares([.missing])],
            whole: try shares([.shown, .withheld, .missing, .coverage]))
        let rows = try [("990111", whole), ("990112", whole), ("990113", half)].map { code, shares in
            YieldTable.Row(
                district: try #require(DistrictCode(code)), name: PlaceName(nb: "Område \(code) <&>"), shares: shares)
        }
        return YieldTable(
            groups: [
                YieldTable.Group(id: "a", titles: Translated(nb: "Oppvekst", nn: "Oppvekst", en: "Childhood")),
                YieldTable.Group(id: "b", titles: Translated(nb: "Helse & liv", nn: "Helse & liv", en: "Health")),
            ], rows: rows, average: half,
            published: [
                YieldTable.Published(
                    split: SplitID(city: "fjordvik", split: "bydel"),
                    title: Translated(nb: "Bydeler", nn: "Bydelar", en: "City districts"), today: whole, beside: half)
            ])
    }

    private static func shares(_ statuses: [FigureStatus]) throws -> YieldShares {
        YieldShares(try #require(FigureShares(statuses)))
    }

    /// The page about `report`.
    static func page(_ report: RequestReport, _ language: Language = .nb, rounds: RequestRounds? = nil) throws -> String
    {
        var diagnostics = Diagnostics()
        let words = Wordings.load(from: Templates.folder.folder("requests"), keys: [], &diagnostics)
        let page = RequestPage(from: Templates.folder, try #require(words, "\(diagnostics.sorted)"), &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        return try #require(page).document(of: report, in: language, rounds: rounds).text
    }
}
