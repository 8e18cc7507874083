import Geography
import LocatedInput
import Markup
import TestSupport
import Testing

@testable import Disclosure
@testable import Rendering

/// A city divided in two ways, and one that nobody has drawn tiles for, as their pages tell it.
struct SplitPagesTests {
    private static func filled(_ geography: InputFolder, zones: Int) -> InventedSite {
        var site = InventedSite()
        site.geography = geography
        site.indicator("vurdert", polarity: "lower-is-better")
        for area in [InventedSite.harbour, InventedSite.hills, InventedSite.islands] {
            site.add("vurdert", area, .tenths(213), .higher)
        }
        for number in 0..<zones { site.add("vurdert", InventedSite.zone(number + 1), .tenths(200 + number), .higher) }
        site.add("vurdert", .country, .tenths(201))
        return site
    }

    private static func root(_ text: String) throws -> XMLElement {
        var diagnostics = Diagnostics()
        let page = text.replacing("<!DOCTYPE html>", with: "", maxReplacements: 1)
        return try #require(XMLElement.read(InputFile(path: "page", text: page), &diagnostics), "\(diagnostics.sorted)")
    }

    /// The profiles of the city with zones, by the codes of the districts.
    private static func profiles() throws -> [String: XMLElement] {
        let scratch = try Fixtures.geographyWithZones()
        let set = try filled(scratch.folder, zones: 4).pages()
        let pages = try set.pages()
        return Dictionary(
            uniqueKeysWithValues: try set.maker.places.map { place in
                let page = try #require(pages.first { $0.path == .profile(.nb, place) })
                return (place.district.code.digits, try root(page.document.text))
            })
    }

    /// What the profile says of the other split, line by line: what stands before the links, and their names.
    private static func overlaps(_ root: XMLElement) -> [String] {
        root.all("nav").filter { $0.attributes["aria-label"] == "Andre inndelinger av Fjordvik" }.flatMap { nav in
            nav.all("p").map { line in
                let words = line.text.prefix { $0 != ":" }
                let split = line.text.drop { $0 != "(" }
                return "\(words): \(line.all("a").map(\.text).joined(separator: ", ")) \(split)"
            }
        }
    }

    @Test func aDistrictLeadsToWhatItOverlapsInTheOtherSplitAndBack() throws {
        let profiles = try Self.profiles()
        #expect(
            profiles.mapValues(Self.overlaps) == [
                "990101": ["Rommer hele: Sone 1 (Soner)", "Overlapper delvis med: Sone 2 (Soner)"],
                "990102": ["Rommer hele: Sone 3 (Soner)", "Overlapper delvis med: Sone 2 (Soner)"],
                "990103": ["Samme område: Sone 4 (Soner)"],
                "9901000001": ["Ligger helt i: Torget & Havna (Bydeler)"],
                "9901000002": ["Overlapper delvis med: Torget & Havna, Søråsen (Bydeler)"],
                "9901000003": ["Ligger helt i: Søråsen (Bydeler)"],
                "9901000004": ["Samme område: Øyvær (Bydeler)"],
            ])
        let links = try #require(profiles["990103"]).all("a").compactMap { $0.attributes["href"] }
        #expect(links.contains("../../fjordvik-soner/9901000004-sone-4/index.html"))
    }

    @Test func thePageAboutADivisionNamesTheOther() throws {
        let scratch = try Fixtures.geographyWithZones()
        let site = Self.filled(scratch.folder, zones: 4)
        func others(_ split: String) throws -> [String] {
            let root = try Self.root(site.page(.split(.nb, SplitID(city: "fjordvik", split: split))))
            return root.all("section").filter { $0.attributes["aria-labelledby"] == "andre" }.flatMap { $0.all("li") }
                .map { $0.all("a").map(\.text).joined() + $0.text }
        }
        #expect(try others("bydel") == ["Soner: Grensene krysser hverandre i 2 av 4 områder her."])
        #expect(try others("soner") == ["Bydeler: Grensene krysser hverandre i 1 av 4 områder her."])
    }

    @Test func noTwoPagesOfACityWithTwoSplitsHaveOneTitle() throws {
        let scratch = try Fixtures.geographyWithZones()
        var titles: [String: SitePath] = [:]
        for page in try Self.filled(scratch.folder, zones: 4).pages().pages() where page.path.name == "index.html" {
            let title = try #require(Self.root(page.document.text).all("title").first?.text)
            // The page that opens the site is the front page again.
            guard page.path != .root else { continue }
            #expect(titles[title] == nil, "\(page.path) and \(titles[title]?.text ?? "")")
            titles[title] = page.path
        }
        #expect(titles.keys.contains { $0.hasPrefix("Soner i Fjordvik") })
    }

    @Test func districtsOfTwoSplitsWithOneNameAreToldApart() throws {
        let scratch = try Fixtures.geographyWithZones()
        let table = "fjordvik/splits/soner/districts.csv"
        try scratch.write(scratch.text(of: table).replacing("Sone 4", with: "Øyvær"), to: table)
        let titles = try Self.filled(scratch.folder, zones: 4).pages().pages().filter {
            $0.path.text.hasPrefix("nb/fjordvik-") && $0.path.text.contains("oyvaer")
        }.compactMap { try Self.root($0.document.text).all("title").first?.text }
        #expect(
            titles.sorted() == [
                "Øyvær (Fjordvik, Bydeler): folkehelseprofil 2024 – Bydelsprofiler",
                "Øyvær (Fjordvik, Soner): folkehelseprofil 2024 – Bydelsprofiler",
            ])
    }

    @Test func aSplitWithoutAFigureHasNoPages() throws {
        let scratch = try Fixtures.geographyWithZones()
        let set = try Self.filled(scratch.folder, zones: 0).pages()
        #expect(set.maker.splits == [InventedSite.split])
        #expect(try set.pages().allSatisfy { !$0.path.text.contains("soner") })
    }

    @Test func tilesThatFollowAnotherMapOrTheCodesSayThatTheirPlacesMeanLittle() throws {
        func note(_ scratch: ScratchFolder, _ code: String) throws -> String {
            let set = try Self.filled(scratch.folder, zones: 4).pages()
            let place = try #require(set.maker.places.first { $0.district.code.digits == code })
            let page = try #require(try set.pages().first { $0.path == .profile(.nb, place) })
            let map = try #require(
                Self.root(page.document.text).all("section").first { $0.attributes["class"] == "map" })
            return map.all("p").map(\.wholeText).joined()
        }
        let scratch = try Fixtures.geographyWithZones()
        #expect(try note(scratch, "990101") == "Hver rute er en bydel, plassert omtrent der den ligger.")
        #expect(try note(scratch, "9901000001").contains("bare grovt etter kartet over «Bydeler»"))
        try scratch.remove("fjordvik/tiles.csv")
        #expect(try note(scratch, "990101").contains("Rutene følger numrene, ikke kartet"))
        #expect(try note(scratch, "9901000001").contains("Rutene følger numrene, ikke kartet"))
    }

    @Test func aProfileSaysSinceWhenItsBordersHaveBeenTheseWhereTheTablesGoFurtherBack() throws {
        let profiles = try Self.profiles()
        func since(_ code: String) throws -> String {
            let header = try #require(profiles[code]?.all("header").first { $0.attributes["class"] == "title" })
            return header.all("a").map(\.text).first { $0.hasPrefix("Grensene") } ?? ""
        }
        #expect(try since("990101") == "")
        #expect(try since("990103").hasPrefix("Grensene er de samme siden 1. januar 2020."))
        #expect(try since("9901000001").hasPrefix("Grensene er de samme siden 1. januar 2020."))
    }
}
