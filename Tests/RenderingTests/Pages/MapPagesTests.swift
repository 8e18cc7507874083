import Geography
import LocatedInput
import Markup
import Testing

@testable import Disclosure
@testable import Indicators
@testable import Rendering

/// Maps, the table of a city, and the way between profiles, read back from the pages.
struct MapPagesTests {
    /// A city with a row that was tested, one that was not, and one that is withheld in places.
    private static func site(bordered: Bool = false) -> InventedSite {
        var site = InventedSite()
        site.indicator("vurdert", polarity: "lower-is-better")
        site.add("vurdert", InventedSite.harbour, .tenths(213), .higher)
        site.add("vurdert", InventedSite.hills, .tenths(150), .lower)
        site.add("vurdert", InventedSite.islands, .withheld, .notTested(.noFigure))
        site.add("vurdert", .country, .tenths(201))
        site.indicator("oppgitt")
        site.add("oppgitt", InventedSite.harbour, .tenths(50), .notTested(.percentagesOnly))
        site.add("oppgitt", InventedSite.hills, .tenths(60), .notTested(.percentagesOnly))
        site.add("oppgitt", InventedSite.islands, .tenths(70), .notTested(.percentagesOnly))
        if bordered { site.borders = borders }
        return site
    }

    private static let borders: String = {
        let places = [("990101", 0, 0), ("990102", 10, 0), ("990103", 0, 10), ("990104", 10, 10)].map { code, x, y in
            let corners = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)].map {
                "[5.\(10 + x + $0.0), 60.\(10 + y + $0.1)]"
            }
            return """
                {"type": "Feature", "properties": {"nr": "\(code)"},
                 "geometry": {"type": "Polygon", "coordinates": [[\(corners.joined(separator: ","))]]}}
                """
        }
        return #"{"type": "FeatureCollection", "features": [\#(places.joined(separator: ","))]}"#
    }()

    private static func root(_ site: InventedSite, _ path: SitePath) throws -> XMLElement {
        var diagnostics = Diagnostics()
        let text = try site.page(path).replacing("<!DOCTYPE html>", with: "", maxReplacements: 1)
        return try #require(XMLElement.read(InputFile(path: "page", text: text), &diagnostics), "\(diagnostics.sorted)")
    }

    private static func sheet(_ id: String) -> SitePath { .factSheet(.nb, IndicatorID(id)) }

    private static var city: SitePath { SitePath(page: ["nb", "by", "fjordvik"]) }

    /// What the map of a page shows of every district: its shade and its title.
    private static func regions(_ root: XMLElement) throws -> [String: [String]] {
        let figure = try #require(root.all("figure").first { $0.attributes["class"] == "shaded-map" })
        return Dictionary(
            uniqueKeysWithValues: try figure.all.filter { $0.attributes["data-shade"] != nil }.map { region in
                (
                    try #require(region.attributes["data-district"]),
                    [try #require(region.attributes["data-shade"]), region.all("title").map(\.text).joined()]
                )
            })
    }

    @Test(arguments: [false, true])
    func theMapOfAFactSheetShowsEveryVerdictAndWhyThereIsNone(bordered: Bool) throws {
        let root = try Self.root(Self.site(bordered: bordered), Self.sheet("vurdert"))
        #expect(
            try Self.regions(root) == [
                "990101": ["less-favourable", "Torget & Havna: 21,3 prosent, mindre gunstig enn landet"],
                "990102": ["favourable", "Søråsen: 15,0 prosent, gunstigere enn landet"],
                "990103": [
                    "absent", "Øyvær: vises ikke av personvernhensyn, tallet vises ikke eller finnes ikke",
                ],
            ])
        let figure = try #require(root.all("figure").first { $0.attributes["class"] == "shaded-map" })
        let legend = figure.all("li").map(\.wholeText)
        #expect(
            legend == [
                "gunstigere enn landet", "mindre gunstig enn landet", ":tallet vises ikke eller finnes ikke",
            ] + (bordered ? ["område uten egen profil"] : []))
        #expect(
            figure.all("desc").map(\.text) == [
                "Kart over bydelene. gunstigere enn landet: Søråsen. mindre gunstig enn landet: Torget & Havna. tallet vises ikke eller finnes ikke: Øyvær."
            ])
        #expect(figure.wholeText.contains("Fylkes & Co") == bordered)
    }

    @Test func whatWasNotTestedIsShownByValueAndWithoutClassesWhereThereAreFewDistricts() throws {
        let root = try Self.root(Self.site(), Self.sheet("oppgitt"))
        #expect(try Self.regions(root).values.map(\.[0]) == ["plain", "plain", "plain"])
        #expect(
            try Self.regions(root)["990103"]?[1] == "Øyvær: 7,0 prosent, uten klasser, fordi for få bydeler har tall")
    }

    @Test func theMapOfACityShowsWhatItsTableSaysAndHoldsASampleOfEveryShade() throws {
        let root = try Self.root(Self.site(), Self.city)
        let heads = root.all("th").compactMap { $0.attributes["data-district"] }
        #expect(heads == ["990101", "990102", "990103"])
        let rows = root.all("tr").filter { $0.attributes["data-key"] != nil }
        let shades = rows.map { $0.attributes["data-shades"]?.split(separator: " ").map(String.init) ?? [] }
        #expect(shades == [["less-favourable", "favourable", "absent"], ["plain", "plain", "plain"]])
        let regions = try Self.regions(root)
        #expect(heads.map { regions[$0]?[0] } == shades[0])
        let samples = root.all("li").filter { $0.attributes["data-legend"] != nil }
        #expect(Set(samples.compactMap { $0.attributes["data-legend"] }) == Set(shades.joined()))
        #expect(samples.filter { $0.attributes["hidden"] != nil }.map { $0.attributes["data-legend"] } == ["plain"])
        let verdicts = rows[0].all("td").prefix(3).map { cell in
            cell.all("span").first { $0.attributes["class"]?.hasPrefix("verdict") == true }?.wholeText
        }
        #expect(verdicts == ["mindre gunstig enn landet ", "gunstigere enn landet ", nil])
    }

    @Test func formsOfACityWaitForTheirScript() throws {
        let root = try Self.root(Self.site(), Self.city)
        let forms = try #require(root.all("main").first).all("form")
        #expect(forms.count == 2)
        #expect(forms.allSatisfy { $0.attributes["hidden"] != nil })
        #expect(root.all("script").filter { $0.attributes["src"] != nil }.count == 1)
        #expect(root.all("option").map { $0.attributes["value"] }.first == "vurdert")
    }

    @Test func trueBordersLeadToEveryOtherProfileAndLeaveGroundWithoutALink() throws {
        let root = try Self.root(
            Self.site(bordered: true), .profile(.nb, try #require(try Self.site().pages().maker.places.first)))
        let map = try #require(root.all("div").first { $0.attributes["class"] == "border-map" })
        #expect(map.all("a").compactMap { $0.attributes["data-district"] } == ["990102", "990103"])
        #expect(map.all("path").count { $0.attributes["data-part"] == "ground" } == 1)
        #expect(map.all("path").count { $0.attributes["data-chosen"] != nil } == 1)
        #expect(root.all("ul").allSatisfy { $0.attributes["class"]?.hasPrefix("tiles") != true })
    }

    @Test func aProfileLeadsToTheOneBeforeTheOneAfterAndAll() throws {
        let places = try Self.site().pages().maker.places
        let pages = try places.map { try Self.root(Self.site(), .profile(.nb, $0)) }
        let navigations = try pages.map { root in
            try #require(root.all("nav").first { $0.attributes["class"] == "neighbours" })
        }
        func names(_ relation: String) -> [String] {
            navigations.map { $0.all("a").first { $0.attributes["rel"] == relation }?.text ?? "" }
        }
        #expect(names("prev") == ["", "Torget & Havna", "Søråsen"])
        #expect(names("next") == ["Søråsen", "Øyvær", ""])
        #expect(
            navigations.map { $0.all("li").map(\.wholeText) }
                == Array(repeating: ["Torget & Havna", "Søråsen", "Øyvær"], count: 3))
        #expect(navigations.map { $0.all("span").filter { $0.attributes["aria-current"] != nil }.count } == [1, 1, 1])
    }
}
