import Geography
import LocatedInput
import Markup
import Rendering
import Testing

struct ShadedMapTests {
    private static let words = ChartWords(
        idPrefix: "map", title: "Andel barn i bydelene i Dalby", description: "Kart.",
        source: "Kilde: et oppdiktet register.")

    private static func code(_ number: Int) -> DistrictCode { DistrictCode("990\(100 + number)")! }

    private static let tiles = [
        Tile(district: code(1), row: 2, column: 3), Tile(district: code(2), row: 3, column: 2),
        Tile(district: code(3), row: 3, column: 3), Tile(district: code(4), row: 3, column: 4),
    ]

    private static let shades: [(String, String, MapShade)] = [
        ("Øvre Dal", "16,2", .verdict(.lessFavourable)), ("Vest & Nord", "9,1", .verdict(.favourable)),
        ("Sentrum", "12,0", .verdict(.notClearlyDifferent)), ("Ås", "", .absent(mark: ":")),
    ]

    private static func map(
        _ shades: [(String, String, MapShade)] = shades, chosen: Int? = 0, linked: Bool = false
    ) -> ShadedMap {
        ShadedMap(
            layout: MapLayout(tiles: tiles),
            regions: shades.enumerated().map { index, district in
                MapRegion(
                    code: code(index + 1), name: district.0, value: district.1, shade: district.2,
                    words: "\(district.0): \(district.1)", isChosen: index == chosen,
                    address: linked ? "../\(index)/" : nil)
            },
            legend: shades.map { ($0.2, "som \($0.0)") })
    }

    private static func region(_ number: Int, in picture: Picture) throws -> XMLElement {
        try #require(picture.root.all.first { $0.attributes["data-district"] == code(number).digits })
    }

    @Test func everyDistrictHasTheSignAndTheNumberOfItsOwnFigure() throws {
        let picture = try Picture(Self.map().node(Self.words))
        for (index, (name, value, _)) in Self.shades.enumerated() {
            let region = try Self.region(index + 1, in: picture)
            #expect(region.all("title").map(\.text) == ["\(name): \(value)"])
            #expect(region.all.first { $0.attributes["data-part"] == "value" }?.text == value)
        }
        let signs = try (1...4).map { number in
            try #require(try Self.region(number, in: picture).all.first { $0.attributes["data-part"] == "sign" })
                .children.map(\.name)
        }
        // A plate and then a square, a disc, a ring and a mark: told apart without colour.
        #expect(signs == [["circle", "rect"], ["circle", "circle"], ["circle", "circle"], ["circle", "text"]])
        let last = try (2...3).map { try Self.region($0, in: picture).all("circle").last?.attributes["class"] }
        #expect(last == ["verdict-better", "verdict-unclear hollow"])
    }

    @Test func everyHatchingThatIsUsedIsThereOnce() throws {
        let all: [MapShade] = [
            .verdict(.higher), .verdict(.lower), .verdict(.lessFavourable), .absent(mark: ".."),
        ]
        let picture = try Picture(Self.map(all.map { ("A", "1", $0) }).node(Self.words))
        let patterns = picture.root.all("pattern").compactMap { $0.attributes["id"] }
        #expect(patterns == ["map-higher", "map-lower", "map-less-favourable", "map-absent"])
        let fills = try (1...4).map { number in
            try Self.region(number, in: picture).all.first { $0.attributes["data-part"] == "area" }?.attributes["fill"]
        }
        #expect(fills == patterns.map { "url(#\($0))" })
    }

    @Test func eachClassHasItsOwnNumberOfFilledBoxes() throws {
        let classes = (1...4).map { ("A", "1", MapShade.step($0, of: 4)) }
        let picture = try Picture(Self.map(classes).node(Self.words))
        let filled = try (1...4).map { number in
            try Self.region(number, in: picture).all("rect").filter { $0.attributes["class"] == "class-mark" }.map {
                $0.attributes["stroke-width"] == nil
            }
        }
        #expect(filled.map { $0.filter { $0 }.count } == [1, 2, 3, 4])
        #expect(filled.map(\.count) == [4, 4, 4, 4])
        let shades = try (1...4).map { number in
            try #require(
                try Self.region(number, in: picture).all.first { $0.attributes["data-part"] == "area" }?
                    .attributes["fill-opacity"])
        }
        #expect(shades == ["0.08", "0.22", "0.37", "0.52"])
    }

    @Test func tilesStandWhereTheirRowAndColumnSayAndDoNotTouch() throws {
        let picture = try Picture(Self.map().node(Self.words))
        let corners = try (1...4).map { number in
            let area = try #require(
                try Self.region(number, in: picture).all.first { $0.attributes["data-part"] == "area" })
            return try area.points()
        }
        #expect(corners.map { $0[0].x } == [138, 50, 138, 226])
        #expect(corners.map { $0[0].y } == [4, 66, 66, 66])
        #expect(corners.allSatisfy { $0[2].x - $0[0].x == 84 && $0[2].y - $0[0].y == 58 })
    }

    @Test func onlyTheChosenDistrictHasAThickFrameAndItLiesOnTop() throws {
        let picture = try Picture(Self.map(chosen: 1).node(Self.words, style: .standalone(Templates.colours)))
        let areas = picture.root.all.filter { $0.attributes["data-part"] == "area" && $0.name == "path" }
        #expect(areas.map { $0.attributes["stroke-width"] } == ["1", "1", "1", "4"])
    }

    @Test func districtsThatLeadSomewhereAreNotHidden() throws {
        let linked = try Picture(Self.map(linked: true).node(Self.words)).root
        #expect(linked.attributes["role"] == "group")
        #expect(linked.all("a").map { $0.attributes["aria-label"] }.contains("Vest & Nord: 9,1"))
        #expect(linked.all("g").allSatisfy { $0.attributes["aria-hidden"] == nil })
        #expect(try Picture(Self.map().node(Self.words)).root.attributes["role"] == "img")
        #expect(
            try Picture(Self.map(linked: true).node(Self.words, style: .standalone(Templates.colours))).root.all("a")
                .isEmpty)
    }

    @Test func aLegendStandsInAFileAndBesideThePictureOfAPage() throws {
        let file = try Picture(Self.map().node(Self.words, style: .standalone(Templates.colours)))
        #expect(
            file.texts.filter { $0.hasPrefix("som ") } == ["som Øvre Dal", "som Vest & Nord", "som Sentrum", "som Ås"])
        #expect(try Picture(Self.map().node(Self.words)).texts.filter { $0.hasPrefix("som ") } == [])
        #expect(Self.map().key("map").map(\.words).count == 4)
    }

    @Test func aMapWithoutDistrictsIsDrawn() throws {
        let map = ShadedMap(layout: MapLayout(tiles: []), regions: [])
        #expect(try Picture(map.node(Self.words)).texts == [])
    }

    @Test func theMapLooksAsItWasLastRead() throws {
        try Picture(Self.map().node(Self.words, style: .standalone(Templates.colours))).expectGolden("shaded-map")
    }
}
