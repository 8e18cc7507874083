import Geography
import LocatedInput
import Markup
import Rendering
import Testing

struct TileMapTests {
    private static let words = ChartWords(
        idPrefix: "map", title: "Andel barn i bydelene i Dalby", description: "Rutekart.",
        source: "Kilde: et oppdiktet register.")
    private static let classes = ["under 10 prosent", "10–15 prosent", "15 prosent og over"]

    private static func map(linked: Bool = false) -> TileMap {
        func tile(
            _ row: Int, _ column: Int, _ name: String, _ value: String, _ valueClass: Int?, isChosen: Bool = false
        ) -> MapTile {
            MapTile(
                row: row, column: column, name: name, value: value, valueClass: valueClass, isChosen: isChosen,
                address: linked ? "../\(column)\(row)/" : nil)
        }
        return TileMap(
            tiles: [
                tile(0, 1, "Øvre Dal", "16,2", 3, isChosen: true), tile(1, 0, "Vest & Nord", "9,1", 1),
                tile(1, 1, "Sentrum", "12,0", 2),
                tile(1, 2, "Ås", ":", nil),
            ],
            classLabels: classes)
    }

    @Test func eachClassHasItsOwnNumberOfFilledBoxes() throws {
        let picture = try Picture(Self.map().node(Self.words, style: .standalone(Templates.colours)))
        let groups = try #require(picture.root.all("g").first { $0.attributes["transform"] != nil }).children.filter {
            $0.name == "g"
        }
        let boxes = try groups.map { try $0.children.filter { try $0.name == "rect" && $0.number("width") == 9 } }
        #expect(boxes.map { $0.filter { $0.attributes["fill"] != "none" }.count } == [3, 1, 2, 0])
        #expect(boxes.map(\.count) == [3, 3, 3, 0])
    }

    @Test func tilesStandWhereTheirRowAndColumnSayAndDoNotTouch() throws {
        let tiles = try Picture(Self.map().node(Self.words)).root.all("rect").filter {
            $0.attributes["stroke-width"] != nil && $0.attributes["width"] == "104"
        }
        let places = try tiles.map { [try $0.number("x"), try $0.number("y")] }
        #expect(places == [[116, 6], [6, 74], [116, 74], [226, 74]])
    }

    @Test func onlyTheChosenDistrictHasAThickFrame() throws {
        let picture = try Picture(Self.map().node(Self.words))
        #expect(picture.marks("tile-chosen").count == 1)
        #expect(picture.marks("tile-chosen").first?.attributes["stroke-width"] == "4")
        #expect(picture.marks("tile").allSatisfy { $0.attributes["stroke-width"] == "1" })
    }

    @Test func tilesThatLeadSomewhereAreNotHidden() throws {
        let linked = try Picture(Self.map(linked: true).node(Self.words)).root
        #expect(linked.attributes["role"] == "group")
        #expect(linked.all("a").map { $0.attributes["href"] } == ["../10/", "../01/", "../11/", "../21/"])
        #expect(linked.all("a").map(\.wholeText).first == "Øvre Dal16,2")
        #expect(linked.all("g").allSatisfy { $0.attributes["aria-hidden"] == nil })
        #expect(try Picture(Self.map().node(Self.words)).root.attributes["role"] == "img")
        #expect(
            try Picture(Self.map(linked: true).node(Self.words, style: .standalone(Templates.colours))).root.all("a")
                .isEmpty)
    }

    @Test func aMapWithoutTilesOrClassesIsDrawn() throws {
        #expect(try Picture(TileMap(tiles: []).node(Self.words)).texts == [])
        let tile = MapTile(row: 0, column: 0, name: "A", value: "1", valueClass: 1)
        #expect(try Picture(TileMap(tiles: [tile]).node(Self.words)).texts == ["A", "1"])
    }

    @Test func theMapLooksAsItWasLastRead() throws {
        try Picture(Self.map().node(Self.words, style: .standalone(Templates.colours))).expectGolden("tile-map")
    }
}
