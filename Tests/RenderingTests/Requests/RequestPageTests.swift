import Checksum
import Foundation
import Geography
import LocatedInput
import Markup
import Testing

@testable import Rendering
@testable import SplitRequests

struct RequestPageTests {
    /// The page read back as a reader's browser does; the test fails where it is not sound.
    private static func parsed(_ text: String) throws -> (page: ParsedPage, root: XMLElement) {
        var diagnostics = Diagnostics()
        let file = InputFile(path: "preview.html", text: text)
        let page = XMLCheck.check(file, as: .page, &diagnostics)
        // The tree is read as any document's, which has no document type.
        let tree = text.replacing("<!DOCTYPE html>", with: "", maxReplacements: 1)
        let root = XMLElement.read(InputFile(path: "preview.html", text: tree), &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        return (page, try #require(root))
    }

    private static func text(_ page: String) throws -> String {
        try parsed(page).root.all("body").first?.wholeText ?? ""
    }

    private static let requests = [InventedRequest.nested, InventedRequest.blocked, InventedRequest.faulty, "x"]

    @Test(arguments: requests, Language.written)
    func isAWholePageThatFetchesNothing(request: String, language: Language) throws {
        let text = try InventedRequest.page(InventedRequest.report(request), language)
        let (page, root) = try Self.parsed(text)
        #expect(page.language == language.rawValue)
        #expect(page.links.allSatisfy { $0.element == "a" && $0.address.hasPrefix("#") })
        #expect(page.links.allSatisfy { page.ids[String($0.address.dropFirst())] != nil })
        #expect(root.all("script").isEmpty && root.all("link").isEmpty && root.all("img").isEmpty)
        #expect(text.contains("content=\"default-src &#39;none&#39;") && !text.contains("url("))
        #expect(root.all("style").count == 1)
    }

    @Test func theSameReportGivesTheSameBytes() throws {
        let pages = try (1...2).map { _ in try InventedRequest.page(InventedRequest.report(InventedRequest.faulty)) }
        #expect(pages[0] == pages[1])
    }

    @Test(arguments: [
        (InventedRequest.nested, "Kan godkjennes", "sender rapporten tilbake"),
        (InventedRequest.faulty, "Må rettes", "Rett dette i regnearket"),
        (InventedRequest.blocked, "Kan ikke publiseres", "Endre områdene i regnearket"),
    ])
    func beginsWithTheDecisionAndWhatToDo(request: String, verdict: String, advice: String) throws {
        let page = try InventedRequest.page(InventedRequest.report(request))
        let main = try #require(try Self.parsed(page).root.all("main").first)
        let first = try #require(main.all("section").first)
        #expect(first.all("h2").first?.wholeText.contains(verdict) == true)
        #expect(first.wholeText.contains(advice))
    }

    @Test(arguments: requests)
    func everyFindingIsSaid(request: String) throws {
        let report = try InventedRequest.report(request)
        #expect(!report.findings.isEmpty)
        let page = try InventedRequest.page(report)
        let text = try Self.text(page)
        var diagnostics = Diagnostics()
        let words = RequestWords(
            try #require(Wordings.load(from: Templates.folder.folder("requests"), keys: [], &diagnostics))[.nb])
        for finding in report.findings {
            #expect(try text.contains(words.says(finding).visible), "\(finding.id)")
            #expect(try text.contains(words.title(of: finding.kind)), "\(finding.id)")
        }
    }

    @Test func aLineIsNamedWhereAFindingHasOne() throws {
        let page = try InventedRequest.page(InventedRequest.report(InventedRequest.faulty))
        let rows = try Self.parsed(page).root.all("tr").map(\.wholeText)
        #expect(rows.contains { $0.hasPrefix("14Grunnkrets 99019998") })
    }

    @Test func ofMoreThanTwoHundredFindingsOfARuleTheFirstAreShown() throws {
        let lines = (0..<350).map { "9901\(5001 + $0 / 90 * 100 + $0 % 90);990112;Høyden\n" }.joined()
        let page = try InventedRequest.page(InventedRequest.report(InventedRequest.nested + lines))
        let text = try Self.text(page)
        #expect(text.contains("Her står de første 200 av 350."))
        #expect(text.contains("Grunnkrets 99015220 finnes ikke") && !text.contains("Grunnkrets 99015221 finnes ikke"))
    }

    @Test func markupInNamesIsText() throws {
        let page = try InventedRequest.page(InventedRequest.report(InventedRequest.faulty))
        #expect(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(try InventedRequest.page(InventedRequest.report(InventedRequest.nested)).contains("Sentrum &amp; Havn"))
    }

    @Test func whatCannotBeSeenIsShownAsMissing() throws {
        let request = InventedRequest.nested.replacing("99010101", with: "9901\u{1}\u{202E}01")
        let text = try Self.text(InventedRequest.page(InventedRequest.report(request)))
        #expect(text.contains("9901��01"))
    }

    @Test func theFoldersOfTheSendersMachineStayThere() throws {
        let page = try InventedRequest.page(InventedRequest.report(InventedRequest.nested))
        #expect(page.contains("ønske.csv") && !page.contains("kari"))
    }

    @Test func theFileIsKnownByItsChecksum() throws {
        // Worked out by sha256sum.
        let page = try InventedRequest.page(InventedRequest.report("x"))
        #expect(page.contains("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"))
    }

    // MARK: - People

    /// Every number of people that a reader must not learn: units, districts asked for and published, and all.
    private static func secrets() throws -> Set<Int> {
        let report = try InventedRequest.report(InventedRequest.nested)
        let districts = try #require(report.split).districts.map(\.units)
        let published = [["99010201", "99010202", "99010203"], ["99010204", "99010401", "99010402"]]
        let sets = districts.map { $0.map(\.digits) } + published + [Array(InventedRequest.counts.keys)]
        return Set(InventedRequest.counts.values)
            .union(sets.map { $0.reduce(0) { $0 + (InventedRequest.counts[$1] ?? 0) } })
    }

    @Test(arguments: requests, Language.written)
    func noNumberOfPeopleIsTold(request: String, language: Language) throws {
        let report = try InventedRequest.report(request)
        let page = try InventedRequest.page(report, language)
        // Digits of the checksum are no numbers.
        let checksum = Checksum.sha256(report.request.file.data)
        let text = try Self.text(page).replacing(checksum, with: " ").replacing("\u{A0}", with: "").replacing(
            ",", with: "")
        let numbers = Set(text.matches(of: /[0-9]+/).compactMap { Int($0.0) })
        let secrets = try Self.secrets()
        #expect(secrets.count > 10)
        #expect(numbers.isDisjoint(with: secrets))
    }

    @Test func sizesAreToldInBandsThatBeginAtTheFloor() throws {
        let report = try InventedRequest.report(InventedRequest.nested)
        #expect(report.sizes.map(\.band.step) == [2, 1, 0])
        let page = try InventedRequest.page(report)
        #expect(page.contains("3\u{A0}000–5\u{A0}999") && page.contains("under 1\u{A0}500"))
    }

    @Test func sizesAreLeftOutWhereASmallAreaWouldFollow() throws {
        let report = try InventedRequest.report(InventedRequest.blocked)
        #expect(report.verdict == .cannotBePublished && report.sizes.isEmpty)
        #expect(try !InventedRequest.page(report).contains("id=\"storrelse\""))
    }

    @Test func whatCouldNotBeJudgedIsSaidInTheDecision() throws {
        let report = try InventedRequest.report(InventedRequest.blocked, knowsPeople: false)
        #expect(report.verdict == .approved && report.sizes.isEmpty)
        let page = try InventedRequest.page(report)
        let first = try #require(try Self.parsed(page).root.all("section").first).wholeText
        #expect(first.contains("Ikke vurdert") && first.contains("Folketallet er ikke vurdert"))
    }

    // MARK: - Districts

    @Test func tellsHowTheDistrictsLieAcrossThePublishedOnes() throws {
        let page = try InventedRequest.page(InventedRequest.report(InventedRequest.blocked))
        let rows = try Self.parsed(page).root.all("tr").map {
            $0.wholeText.split(separator: " ").joined(separator: " ")
        }
        #expect(rows.contains("Sentrum & Havn5 Torget & Havna (4)Søråsen (1)"))
        #expect(rows.contains("Øyene5 Øyvær (3)Utmarka (2)"))
    }

    @Test func tellsFromWhenEachDistrictCanBeCompared() throws {
        let report = try InventedRequest.report(InventedRequest.nested)
        let page = try InventedRequest.page(report)
        #expect(report.histories.map(\.district.digits) == ["990111", "990112", "990113"])
        for history in report.histories { #expect(page.contains("\(history.from)")) }
    }

    // MARK: - What can be shown

    private static func yielding() throws -> RequestReport {
        var report = try InventedRequest.report(InventedRequest.nested)
        report.yield = try InventedRequest.yield()
        return report
    }

    @Test(arguments: Language.written)
    func sharesAreSaidInWordsForEveryDistrictAndForWhatIsPublished(language: Language) throws {
        let page = try InventedRequest.page(Self.yielding(), language)
        let root = try Self.parsed(page).root
        let table = try #require(root.all("table").first { $0.attributes["class"] == "matrix" })
        // A row of headings, three districts, their mean, and the published split today and beside the new one.
        let rows = table.all("tr")
        #expect(rows.count == 7)
        #expect(rows.allSatisfy { $0.all("th").count + $0.all("td").count == 4 })
        #expect(table.all("svg").allSatisfy { $0.attributes["aria-hidden"] == "true" })
    }

    @Test func whatIsLeftOutIsToldApart() throws {
        let page = try InventedRequest.page(Self.yielding())
        let table = try #require(
            try Self.parsed(page).root.all("table").first { $0.attributes["class"] == "matrix" })
        let last = try #require(table.all("tr").dropFirst(3).first).all("td").map {
            $0.wholeText.replacing("\u{A0}", with: " ")
        }
        #expect(
            last == [
                "25 %25 % holdes tilbake25 % for dårlig dekket25 % finnes ikke", "50 %50 % holdes tilbake",
                "0 %100 % finnes ikke",
            ])
        let names = table.all("tr").map { $0.all("th").first?.wholeText ?? "" }
        #expect(names[1] == "Område 990111 <&>")
        #expect(names[4...] == ["Områdene i snitt", "Bydeler i dag, i snitt", "Bydeler ved siden av den nye, i snitt"])
        #expect(table.all("td")[2].wholeText == "for få indikatorer")
    }

    @Test func aReportWithoutSharesHasNoTableOfThem() throws {
        #expect(try !InventedRequest.page(InventedRequest.report(InventedRequest.nested)).contains("id=\"vises\""))
    }

    // MARK: - Rounds

    @Test func whatIsFixedIsNamedAndTheOthersAreMarked() throws {
        let report = try InventedRequest.report(InventedRequest.faulty)
        let known = try #require(report.findings.first { $0.kind == .noDistrictCode })
        let rounds = RequestRounds(
            before: [known.id, "codes.malformed:12<b>", "codes.malformed:34", "gone.rule:x", "names.shared"],
            now: report.findings)
        let page = try InventedRequest.page(report, rounds: rounds)
        let root = try Self.parsed(page).root
        let section = try #require(root.all("section").first { $0.attributes["aria-labelledby"] == "runde" })
        #expect(
            section.all("li").map(\.wholeText) == [
                "Koder som ikke er grunnkretser: 12<b>, 34", "gone.rule: x", "Områder med samme navn",
            ])
        let marks = root.all("span").filter { $0.attributes["class"] == "round" }.map(\.wholeText)
        #expect(marks.count == report.findings.count)
        #expect(marks.count { $0 == "fra forrige runde" } == 1)
        #expect(marks.allSatisfy { ["ny", "fra forrige runde"].contains($0) })
    }

    @Test func aFirstRoundSaysNothingOfRounds() throws {
        let page = try InventedRequest.page(InventedRequest.report(InventedRequest.faulty))
        #expect(!page.contains("id=\"runde\"") && !page.contains("class=\"round\""))
    }
}
