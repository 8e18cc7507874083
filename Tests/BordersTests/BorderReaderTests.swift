import Testing

@testable import Borders

struct BorderReaderTests {
    private static func polygon(_ rings: String, system: String = "EPSG:25832") -> String {
        """
        <gml:Polygon srsName="\(system)">\(rings)</gml:Polygon>
        """
    }

    /// Squares with sides of a kilometre as GML 3.2 has them, in metres.
    private static let gml3: String = {
        let places = [("990101", 0, 0), ("990102", 1000, 0), ("990103", 0, 1000), ("990104", 1000, 1000)].map {
            code, x, y in
            let corners = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)].map {
                "\(300_000 + x + $0.0) \(6_700_000 + y + $0.1)"
            }
            return """
                <wfs:member><app:Bydel gml:id="b\(code)"><app:nummer>\(code)</app:nummer><app:omraade>
                <gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::25832"><gml:surfaceMember><gml:Polygon><gml:exterior>
                <gml:LinearRing><gml:posList>\(corners.joined(separator: "\n"))</gml:posList></gml:LinearRing>
                </gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></app:omraade></app:Bydel></wfs:member>
                """
        }
        return """
            <?xml version="1.0"?>
            <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:app="http://a.example/"
             xmlns:gml="http://www.opengis.net/gml/3.2">
            \(places.joined(separator: "\n"))
            </wfs:FeatureCollection>
            """
    }()

    /// The same as GML 2 has them, as in Statistics Norway's file.
    private static let gml2 = gml3.replacing("wfs:member>", with: "gml:featureMember>")
        .replacing("<gml:MultiSurface srsName=\"urn:ogc:def:crs:EPSG::25832\">", with: "")
        .replacing("</gml:MultiSurface>", with: "").replacing("gml:surfaceMember", with: "gml:polygonMember")
        .replacing("<gml:Polygon>", with: "<gml:Polygon srsName=\"EPSG:25832\">")
        .replacing("gml:exterior", with: "gml:outerBoundaryIs")
        .replacing(#/<gml:posList>([^<]*)<\/gml:posList>/#) { match in
            let pairs = match.1.split(separator: "\n").map { $0.replacing(" ", with: ",") + ",0" }
            return "<gml:coordinates>\(pairs.joined(separator: " "))</gml:coordinates>"
        }

    @Test(arguments: [("geojson", SquareCity.geoJSON(SquareCity.sound)), ("gml", gml2), ("gml", gml3)])
    func readsEveryFormatAndFindsTheCodes(ending: String, text: String) throws {
        let (map, findings) = try SquareCity(name: "borders.\(ending)").read(text)
        #expect(findings == [])
        let shapes = try #require(map?.shapes)
        #expect(shapes.map(\.district.digits) == ["990101", "990102", "990103", "990104"])
        #expect(shapes.map(\.isPublished) == [true, true, true, false])
        #expect(shapes.filter(\.isPublished).map { $0.rings.map(\.count) } == [[4], [4], [4]])
    }

    @Test func aSquareOfAKilometreIsOneOnTheMap() throws {
        let map = try #require(try SquareCity(name: "borders.gml").read(Self.gml3).map)
        let square = try #require(map.shapes.first?.rings.first)
        let (width, height) = (
            square.map(\.x).max()! - square.map(\.x).min()!, square.map(\.y).max()! - square.map(\.y).min()!
        )
        // UTM's scale here is within 1 per mille of 1, and its north within 4 degrees of the map's.
        #expect(abs(width - 10_000) < 800)
        #expect(abs(height - 10_000) < 800)
    }

    @Test func degreesInTheOrderOfTheAuthorityGiveTheSameMap() throws {
        let place = """
            <a:f xmlns:a="http://a.example/" xmlns:gml="http://www.opengis.net/gml/3.2">\(
                SquareCity.sound.map { place in
                    let corners = place.rings[0].map { "\(60 + Double($0.1) / 100) \(5 + Double($0.0) / 100)" }
                    return """
                        <gml:featureMember><a:b><a:nr>\(place.code)</a:nr>\(Self.polygon(
                            "<gml:exterior><gml:LinearRing><gml:posList>\(corners.joined(separator: " "))</gml:posList></gml:LinearRing></gml:exterior>",
                            system: "urn:ogc:def:crs:EPSG::4258"))</a:b></gml:featureMember>
                        """
                }.joined())</a:f>
            """
        let one = try #require(try SquareCity(name: "borders.gml").read(place).map)
        let other = try #require(try SquareCity().read(SquareCity.geoJSON(SquareCity.sound)).map)
        #expect(one.shapes.map(\.rings) == other.shapes.map(\.rings))
    }

    // MARK: - Faults

    private static func changed(_ index: Int, to rings: [[(Int, Int)]], code: String? = nil) -> String {
        var places = SquareCity.sound
        places[index] = (code ?? places[index].code, rings)
        return SquareCity.geoJSON(places)
    }

    private static let faults: [(text: String, finding: String)] = [
        (changed(0, to: [SquareCity.square(0, 0).dropLast()]), "borders.geojson:3:50: error: the ring does not end"),
        (changed(0, to: [[(0, 0), (10, 0), (0, 0)]]), "borders.geojson:3:50: error: a ring takes four coordinates"),
        (
            changed(0, to: [[(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]]),
            "borders.geojson:3:50: error: a ring of district 990101 crosses itself"
        ),
        (
            changed(0, to: [SquareCity.square(5000, 0)]),
            "borders.geojson:3:50: error: the ring has coordinates outside Norway; check the order"
        ),
        (changed(0, to: [SquareCity.square(0, 0)], code: "990109"), "error: no property holds the codes of all"),
        (
            SquareCity.geoJSON(SquareCity.sound + [("990101", [SquareCity.square(30, 30)])]),
            "borders.geojson:10:42: error: district 990101 has a border already"
        ),
        (
            SquareCity.geoJSON(SquareCity.sound + [("990199", [SquareCity.square(30, 30)])]),
            "borders.geojson:10:42: error: the split has no district '990199'"
        ),
        (changed(0, to: [SquareCity.square(2, 3)]), "warning: the borders of districts 990101 and 990102 cross"),
        (
            SquareCity.geoJSON(SquareCity.sound, crs: #""crs": {"properties": {"name": "EPSG:3006"}}, "#),
            "error: coordinates in 'EPSG:3006' are not understood"
        ),
        (
            SquareCity.geoJSON(SquareCity.sound, crs: #""crs": {"properties": {"name": "EPSG:25833"}}, "#),
            "error: the ring has coordinates outside Norway; the numbers look like degrees"
        ),
        (#"{"type": "Feature"}"#, "borders.geojson:1:10: error: 'Feature' is no collection"),
        (
            #"{"type": "FeatureCollection", "features": [{"geometry": {"type": "LineString", "coordinates": [[5, 60], [6, 60]]}}]}"#,
            "error: a border is a Polygon or a MultiPolygon, not 'LineString'"
        ),
    ]

    @Test(arguments: faults.indices)
    func tellsWhatIsWrongAndWhere(index: Int) throws {
        let (_, findings) = try SquareCity().read(Self.faults[index].text)
        #expect(findings.contains { $0.contains(Self.faults[index].finding) }, "\(findings)")
    }

    @Test func metresWithoutAWordAreNotTakenForDegrees() throws {
        let text = SquareCity.geoJSON(SquareCity.sound).replacing("[5.", with: "[300005.").replacing(
            " 60.", with: " 6700060.")
        #expect(
            try SquareCity().read(text).findings.allSatisfy { $0.contains("look like metres: say 'crs: EPSG:25833'") })
    }

    @Test func whatIsToldGoesBeforeWhatIsFound() throws {
        #expect(try SquareCity(settings: "code: name").read(SquareCity.geoJSON(SquareCity.sound)).findings.count == 7)
        #expect(
            try SquareCity(settings: "code: nummer").read(SquareCity.geoJSON(SquareCity.sound)).findings == [
                "borders.yaml:4:7: error: no place in the file has a property 'nummer'; known: count, name, nr [UnknownProperty]"
            ])
        let others = SquareCity.geoJSON(SquareCity.sound + [("990199", [SquareCity.square(30, 30)])])
        #expect(try SquareCity(settings: "holds_other_places: true").read(others).findings == [])
    }

    @Test func aProfileWithoutABorderIsAnErrorAndGroundWithoutOneIsNot() throws {
        let withoutGround = SquareCity.geoJSON(Array(SquareCity.sound.dropLast()))
        #expect(try SquareCity().read(withoutGround).findings == [])
        let withoutHills = SquareCity.geoJSON(SquareCity.sound.filter { $0.code != "990102" })
        #expect(
            try SquareCity(settings: "code: nr").read(withoutHills).findings.first?.contains(
                "district 990102 has no border in the file") == true)
    }

    @Test func groundIsCutOffAtTheFrameOfTheDistrictsWithProfiles() throws {
        var places = SquareCity.sound
        places[3].rings = [[(10, 10), (20, 10), (60, 40), (60, 90), (10, 90), (10, 10)]]
        let map = try #require(try SquareCity().read(SquareCity.geoJSON(places)).map)
        let ground = try #require(map.shapes.last)
        let points = ground.rings.joined()
        #expect(!ground.isPublished)
        #expect(points.allSatisfy { (0...map.width).contains($0.x) && (0...map.height).contains($0.y) })
        #expect(points.contains { $0.y == 0 } && points.contains { $0.x == map.width })
    }

    @Test func aDocumentTypeIsRefused() throws {
        let text = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
        #expect(
            try SquareCity(name: "borders.gml").read(text).findings.first?.contains("a document type is not accepted")
                == true)
    }

    @Test func aFileMustLieBesideItsDescription() throws {
        var city = SquareCity()
        city.name = "../borders.geojson"
        #expect(try city.read("{}").findings.first?.contains("is a path, not the name of a file") == true)
    }
}
