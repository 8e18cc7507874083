import Foundation
import Geography
import LocatedInput
import Markup
import Registers
import Testing

@testable import Disclosure
@testable import Indicators
@testable import Rendering

struct PageSetTests {
    /// A city with a row of every kind.
    private static func site() -> InventedSite {
        var site = InventedSite()
        site.population()
        site.add("folk", InventedSite.harbour, .whole(1000), .notTested(.noChance), flags: [.provisional])
        site.add("folk", InventedSite.city, .whole(3000))
        for (age, count) in zip(["0_66", "67_120"].compactMap { AgeRange(code: $0) }, [400, 100]) {
            for sex in [Sex.men, .women] { site.add("folk", InventedSite.harbour, .whole(count), sex: sex, age: age) }
        }
        site.indicator("gunstig", polarity: "higher-is-better", theme: "health")
        site.add("gunstig", InventedSite.harbour, .tenths(195), year: 2021)
        site.add("gunstig", InventedSite.harbour, .tenths(213), .higher, trend: .rising)
        site.add("gunstig", .country, .tenths(201), trend: .falling)
        site.add("gunstig", InventedSite.city, .tenths(205), trend: .unclear)
        site.indicator("ugunstig", polarity: "lower-is-better", theme: "health")
        site.add("ugunstig", 213, .higher, country: 201)
        site.indicator("like", theme: "habits")
        site.add("like", 201, .notDifferent, country: 201)
        site.add("like", InventedSite.hills, .tenths(150), .lower)
        site.indicator("skjult", theme: "habits")
        site.add("skjult", InventedSite.harbour, .withheld, .notTested(.noFigure))
        site.add("skjult", InventedSite.hills, .tenths(50), .notTested(.percentagesOnly))
        site.add("skjult", .country, .tenths(60))
        site.tests = 3
        return site
    }

    /// The page as its elements; the document type, which only a page may have, is checked beside it.
    private static func root(_ text: String, _ diagnostics: inout Diagnostics) -> XMLElement? {
        XMLElement.read(
            InputFile(path: "page", text: text.replacing("<!DOCTYPE html>", with: "", maxReplacements: 1)), &diagnostics
        )
    }

    private static func parse(_ page: Page, _ diagnostics: inout Diagnostics) -> ParsedPage {
        let file = InputFile(path: page.path.text, text: page.document.text)
        return XMLCheck.check(file, as: page.path.text.hasSuffix(".svg") ? .document : .page, &diagnostics)
    }

    @Test func everyPageAndPictureIsWellFormedWithUniqueTitles() throws {
        let pages = try Self.site().pages().pages()
        var diagnostics = Diagnostics()
        var titles: [String: SitePath] = [:]
        for page in pages {
            let parsed = Self.parse(page, &diagnostics)
            guard page.path.text.hasSuffix(".html") else { continue }
            let title = try #require(parsed.title)
            #expect(titles[title] == nil, "\(page.path) and \(titles[title]?.text ?? "")")
            titles[title] = page.path
            let elements = try #require(Self.root(page.document.text, &diagnostics)).all.map(\.name)
            #expect(elements.count { $0 == "h1" } == 1 && elements.count { $0 == "main" } == 1, "\(page.path)")
            #expect(!elements.contains("style"), "\(page.path)")
        }
        #expect(diagnostics.isEmpty, "\(diagnostics.sorted)")
        #expect(pages.count > 50)
    }

    @Test func everyLinkBetweenPagesLeadsToAPage() throws {
        let pages = try Self.site().pages().pages()
        let scripts = ["site", "city", "bank", "words", "search", "compare", "share"].map { "assets/\($0).js" }
        let outside = Set(
            scripts + [
                "assets/site.css", "assets/tools.css", "assets/palette.css", "assets/icon.svg", "data/2024/figures.csv",
                "feed.atom",
            ])
        let known = Set(pages.map(\.path.text)).union(outside)
        var diagnostics = Diagnostics()
        for page in pages {
            for link in Self.parse(page, &diagnostics).links
            where !link.address.hasPrefix("#") && !link.address.hasPrefix("https:") {
                var parts = Array(page.path.parts.dropLast())
                for step in link.address.split(separator: "?")[0].split(separator: "#")[0].split(separator: "/").map(
                    String.init)
                {
                    if step == ".." { parts.removeLast() } else { parts.append(step) }
                }
                #expect(known.contains(parts.joined(separator: "/")), "\(page.path): \(link.address)")
            }
        }
    }

    @Test func headingsAreNestedAndLinksWithinAPageLeadSomewhere() throws {
        var diagnostics = Diagnostics()
        for page in try Self.site().pages().pages() where page.path.text.hasSuffix(".html") {
            let parsed = Self.parse(page, &diagnostics)
            let root = Self.root(page.document.text, &diagnostics)
            var level = 0
            for heading in try #require(root).all where ["h1", "h2", "h3", "h4"].contains(heading.name) {
                let own = Int(heading.name.dropFirst()) ?? 0
                #expect(own <= level + 1, "\(page.path): \(heading.wholeText)")
                level = own
            }
            for link in parsed.links where link.address.hasPrefix("#") {
                #expect(parsed.ids[String(link.address.dropFirst())] != nil, "\(page.path): \(link.address)")
            }
        }
    }

    @Test func samePartsGiveSameBytesInTheSameOrder() throws {
        let set = try Self.site().pages()
        let (first, second) = (try set.pages(), try set.pages())
        #expect(first.map(\.path) == second.map(\.path))
        #expect(first.map(\.document) == second.map(\.document))
        #expect(first.map(\.path) == first.map(\.path).sorted())
    }

    @Test(arguments: [
        (Language.nb, ["gunstigere enn landet", "mindre gunstig enn landet", "ikke entydig forskjellig"]),
        (.nn, ["gunstigare enn landet", "mindre gunstig enn landet", "ikkje eintydig ulik"]),
        (.en, ["more favourable than Norway", "less favourable than Norway", "not clearly different"]),
    ])
    func everyVerdictStandsInWordsBesideItsShape(language: Language, words: [String]) throws {
        var diagnostics = Diagnostics()
        let root = try #require(Self.root(try Self.site().profile(language), &diagnostics))
        let cells = root.all("td").filter { $0.attributes["class"] == "judged" }
        #expect(cells.prefix(3).map { $0.wholeText } == words)
        let shapes = cells.prefix(3).map { cell in
            cell.all.map(\.name).filter { ["circle", "rect", "path"].contains($0) }
        }
        #expect(shapes == [["circle"], ["rect"], ["circle"]])
        let hollow = cells.prefix(3).map { cell in
            cell.all.contains { $0.attributes["class"]?.contains("hollow") == true }
        }
        #expect(hollow == [false, false, true])
    }

    @Test(arguments: [
        (PublishedValue.withheld, ":", "vises ikke av personvernhensyn"), (.coverage, ":", "for usikker bydelskobling"),
        (.missing, "..", "mangler"), (.pending, "...", "kommer senere"), (.notApplicable, ".", "kan ikke forekomme"),
        (.notComputable(.boundariesChanged), ".", "kan ikke beregnes fordi grensene er endret i perioden"),
        (.notComputable(.tooFewParts), ".", "kan ikke beregnes fordi bydelen har for få deler"),
        (.notComputable(.nobody), ".", "kan ikke beregnes fordi ingen er i nevneren"),
    ])
    func anAbsentFigureShowsItsMarkAndSaysWhy(value: PublishedValue, mark: String, words: String) throws {
        var site = InventedSite()
        site.indicator("borte")
        site.add("borte", InventedSite.harbour, value, .notTested(.noFigure))
        site.add("borte", .country, .tenths(60))
        site.add("borte", InventedSite.hills, .tenths(50))
        let page = try site.profile()
        #expect(
            page.contains(
                "<span class=\"mark\" aria-hidden=\"true\">\(mark)</span><span class=\"unseen\">\(words)</span>"))
        #expect(page.contains("Tallet for bydelen: \(words)."))
    }

    @Test func aPageOfMadeUpFiguresSaysSoInItsOwnLanguage() throws {
        var site = Self.site()
        #expect(!(try site.profile().contains("class=\"made-up\"")))
        site.isSynthetic = true
        for page in try site.pages().pages() where page.path.text.hasSuffix(".html") {
            #expect(page.document.text.contains("class=\"made-up\""), "\(page.path)")
        }
        #expect(try site.profile(.en).contains("The figures on this page were made by a program"))
    }

    @Test func aPageTellsHowManyTestsWereMadeAndWhatChanceAloneWouldMark() throws {
        let page = try Self.site().profile()
        // Three tests at 5 per cent: 0.15, shown as 0.2.
        #expect(page.contains("3 rader er testet mot landet."))
        #expect(page.contains("ville tilfeldigheter alene ha merket omtrent 0,2 av dem"))
    }

    @Test func anUnpublishedDistrictHasNoProfileAndIsNamedInItsSplit() throws {
        let pages = try Self.site().pages().pages()
        #expect(!pages.contains { $0.path.text.contains("990104") })
        let split = try Self.site().page(.split(.nb, InventedSite.split))
        #expect(split.contains("Utmarka") && split.contains("Uten egen profil"))
    }

    @Test func aClearTrendIsASignAndAWordInTheProfileAndBesideItsReasonOnTheFactSheet() throws {
        let profile = try Self.site().profile()
        #expect(profile.contains(/<span class="way rising"><svg [^>]*>.*?<\/svg><span>stiger<\/span>/))
        #expect(!profile.contains("way unclear") && !profile.contains("ikke testet, fordi det er færre"))
        let sheet = try Self.site().page(.factSheet(.nb, IndicatorID("gunstig")))
        #expect(sheet.contains("<th scope=\"col\" class=\"text\">Utvikling</th>"))
        #expect(sheet.contains("<span>stiger</span>") && sheet.contains("<span>uklart</span>"))
        let untested = try Self.site().page(.factSheet(.en, IndicatorID("like")))
        #expect(!untested.contains("Development</th>"))
    }

    @Test func aSeriesThatWasNotTestedSaysWhyBesideThoseThatWere() throws {
        var site = Self.site()
        site.add("gunstig", InventedSite.hills, .tenths(213), .higher, trend: .notTested(.gap))
        let sheet = try site.page(.factSheet(.en, IndicatorID("gunstig")))
        #expect(sheet.contains("not tested, as figures are missing for one of the last five periods"))
    }

    @Test func thePrivacyPageOfMadeUpFiguresSpeaksOfThemAndNotOfOpenOnes() throws {
        var site = Self.site()
        let open = try site.page(.about(.nb, .privacy))
        #expect(open.contains("Bare åpne tall") && !open.contains("Ingen virkelige personer"))
        site.isSynthetic = true
        let madeUp = try site.page(.about(.nb, .privacy))
        #expect(!madeUp.contains("Bare åpne tall") && madeUp.contains("Ingen virkelige personer"))
        #expect(madeUp.contains("informasjonskapsler"))
    }

    @Test func aFactSheetDescribesItsDataAndEveryPageItsOwnAddress() throws {
        let sheet = try Self.site().page(.factSheet(.nb, IndicatorID("gunstig")))
        let address = "https://fjordvik.example/profiler/nb/indikator/gunstig/"
        #expect(sheet.contains("<link rel=\"canonical\" href=\"\(address)\"/>"))
        let block = try #require(
            sheet.firstMatch(of: /<script type="application\/ld\+json">(.*?)\n?<\/script>/.dotMatchesNewlines()))
        let document = try JSONSerialization.jsonObject(with: Data(block.1.utf8)) as? [String: Any]
        let graph = try #require(document?["@graph"] as? [[String: Any]])
        #expect(graph.map { $0["@type"] as? String } == ["Dataset", "BreadcrumbList"])
        #expect(graph.first?["url"] as? String == address)
        #expect(graph.first?["temporalCoverage"] as? String == "2021/2022")
        // A name with a mark that markup reads otherwise stays out of the markup, and is read back whole.
        let publisher = graph.first?["publisher"] as? [String: Any]
        #expect(publisher?["name"] as? String == "Fjordvik & Co")
        #expect(!block.1.contains("&") && !block.1.contains("<"))
    }

    @Test func withoutAnAddressNoPageSaysWhereItIsToBeFound() throws {
        var site = Self.site()
        site.address = nil
        for page in try site.pages().pages() {
            let text = page.document.text
            #expect(!text.contains("canonical") && !text.contains("ld+json") && !text.contains("og:"), "\(page.path)")
        }
    }

    @Test func madeUpFiguresAreNotForOthersToFind() throws {
        var site = Self.site()
        site.isSynthetic = true
        for page in try site.pages().pages() where page.path.text.hasSuffix(".html") {
            let text = page.document.text
            #expect(text.contains("<meta name=\"robots\" content=\"noindex\"/>"), "\(page.path)")
            #expect(!text.contains("canonical") && !text.contains("ld+json"), "\(page.path)")
        }
    }

    @Test func aSharedPageHasAPictureOfItsNameAndNothingWithheld() throws {
        var site = Self.site()
        let pictures = try site.pages().sharePictures()
        let profile = try #require(pictures.first { $0.path.text.contains("990101-") })
        #expect(profile.path.text.hasSuffix("/share.png"))
        #expect(profile.document.text.contains(/>1.000</))
        site.add("folk", InventedSite.harbour, .withheld)
        let withheld = try #require(try site.pages().sharePictures().first { $0.path == profile.path })
        #expect(!withheld.document.text.contains(/>1.000</) && !withheld.document.text.contains("innbyggere"))
        var diagnostics = Diagnostics()
        for picture in pictures {
            let file = InputFile(path: picture.path.text, text: picture.document.text)
            _ = XMLCheck.check(file, as: .document, &diagnostics)
        }
        #expect(diagnostics.isEmpty, "\(diagnostics.sorted)")
    }

    @Test func thePageAboutChangesTellsEveryReleaseAndWhy() throws {
        let page = try Self.site().page(.about(.nb, .changes))
        #expect(page.contains("Utgave 2024") && page.contains("Nye indikatorer") && page.contains("Alt er nytt."))
        #expect(page.contains("id=\"edition-2024-2024-01-01\""))
    }

    @Test func thePageOfAProfileIsAsItWasRead() throws {
        let text = try Self.site().profile()
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/profile.html")
        if ProcessInfo.processInfo.environment["WRITE_GOLDEN"] != nil { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
