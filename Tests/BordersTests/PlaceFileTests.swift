import Foundation
import LocatedInput
import TestSupport
import Testing

@testable import Borders

/// What map programs save.
struct PlaceFileTests {
    private static func gml(_ shape: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://a.example/">
        <gml:featureMember><app:Krets><app:grunnkrets>55010101</app:grunnkrets>
        <app:sted>\(shape)</app:sted></app:Krets></gml:featureMember>
        </gml:FeatureCollection>
        """
    }

    private static func geoJSON(_ geometry: String) -> String {
        """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"grunnkrets": "55010101"}, "geometry": \(geometry)}]}
        """
    }

    private static let points = [
        geoJSON(#"{"type": "Point", "coordinates": [18.95, 69.65]}"#),
        "\u{FEFF}\n " + geoJSON(#"{"type": "Point", "coordinates": [18.95, 69.65, 12.0]}"#),
        gml(#"<gml:Point srsName="urn:ogc:def:crs:EPSG::4258"><gml:pos>69.65 18.95</gml:pos></gml:Point>"#),
        gml(#"<gml:Point srsName="EPSG:4326"><gml:coordinates>18.95,69.65</gml:coordinates></gml:Point>"#),
    ]

    @Test(arguments: points)
    func pointsOfEveryFormatLieWhereTheyAre(text: String) throws {
        let file = PlaceFile(InputFile(path: "f", text: text))
        #expect(file.faults.isEmpty)
        let place = try #require(file.places.first)
        #expect(place.properties.map(\.name) == ["grunnkrets"])
        #expect(place.properties.map(\.value.value) == ["55010101"])
        #expect(place.points == [GeographicPosition(longitude: 18.95, latitude: 69.65)])
        #expect(!place.hasArea)
    }

    /// Reference values: pyproj 3.7.2, EPSG:4258 to EPSG:25835.
    @Test(arguments: [(23.27, 69.97, 357_493.6299, 7_766_887.5837), (29.74, 70.08, 604_157.7642, 7_777_136.6259)])
    func metresOfTheEasternZoneAreRead(longitude: Double, latitude: Double, east: Double, north: Double) throws {
        let text = Self.geoJSON("{\"type\": \"Point\", \"coordinates\": [\(east), \(north)]}")
        let point = try #require(
            PlaceFile(InputFile(path: "f", text: text), system: "EPSG:25835").places.first?.points.first)
        #expect(abs(point.longitude - longitude) < 1e-7)
        #expect(abs(point.latitude - latitude) < 1e-7)
    }

    @Test func aMapIsKnownByWhatItHoldsAndNotByItsName() {
        #expect(PlaceFile.isMap(InputFile(path: "soner.csv", text: " {\"type\": 1}")))
        #expect(PlaceFile.isMap(InputFile(path: "soner.csv", text: "\u{FEFF}<a/>")))
        #expect(!PlaceFile.isMap(InputFile(path: "soner.geojson", text: "grunnkrets;kode\n")))
        #expect(!PlaceFile.isMap(InputFile(path: "soner.geojson", text: "")))
    }

    @Test func aFaultOfTheWholeFileIsToldOnce() {
        let ring = "[[640000, 7730000], [641000, 7730000], [641000, 7731000], [640000, 7730000]]"
        let two = "{\"type\": \"MultiPolygon\", \"coordinates\": [[\(ring)], [\(ring)]]}"
        let text = Self.geoJSON(two)
        #expect(PlaceFile(InputFile(path: "f", text: text)).faults.map(\.kind) == [.noSystem])
        #expect(
            PlaceFile(InputFile(path: "f", text: text), system: "UTM").faults.map(\.kind) == [.unknownSystem("UTM")])
        #expect(PlaceFile(InputFile(path: "f", text: text), system: "EPSG:25833").faults.isEmpty)
    }

    @Test func bytesChangedAtRandomGiveAFaultOrPlaces() {
        let ring = "[[18.9, 69.6], [19.0, 69.6], [19.0, 69.7], [18.9, 69.6]]"
        let polygon = "{\"type\": \"Polygon\", \"coordinates\": [\(ring)]}"
        for seed in 1...2000 as ClosedRange<UInt64> {
            var draws = SeededDraws(seed: seed)
            var bytes = Array((seed.isMultiple(of: 2) ? Self.geoJSON(polygon) : Self.points[2]).utf8)
            for _ in 0...draws.number(below: 4) {
                bytes[draws.number(below: bytes.count)] = UInt8(draws.number(below: 256))
            }
            if seed.isMultiple(of: 5) { bytes = Array(bytes.prefix(draws.number(below: bytes.count))) }
            let file = PlaceFile(InputFile(path: "f", data: Data(bytes)))
            #expect(file.faults.isEmpty == false || !file.places.isEmpty, "seed \(seed)")
            let overlay = PlaceOverlay(districts: file.places, units: file.places.map { [$0] })
            #expect(file.places.indices.allSatisfy { overlay.parts(ofUnit: $0).allSatisfy { $0.share <= 1 } })
        }
    }
}
