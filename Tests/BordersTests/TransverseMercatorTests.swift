import Testing

@testable import Borders

/// Reference values: pyproj 3.7.2 with PROJ 9.5.1, EPSG:4258 to EPSG:25832 and EPSG:25833.
struct TransverseMercatorTests {
    static let references: [(zone: Int, longitude: Double, latitude: Double, easting: Double, northing: Double)] = [
        (32, 10.75, 59.92, 597838.9462, 6643794.9145), (32, 5.32, 60.39, 297230.2202, 6700510.1751),
        (32, 10.4, 63.42, 569888.6881, 7033149.4434), (32, 5.73, 58.97, 312015.3783, 6541310.1256),
        (32, 31.1, 70.37, 1312564.0194, 7957012.8276), (32, 15.0, 68.0, 750498.7546, 7555039.5757),
        (33, 10.75, 59.92, 262481.2445, 6650129.8854), (33, 5.32, 60.39, -32253.5971, 6734074.9106),
        (33, 10.4, 63.42, 270500.0602, 7040631.0220), (33, 5.73, 58.97, -31949.5518, 6573709.8361),
        (33, 31.1, 70.37, 1097469.6703, 7886843.2561), (33, 15.0, 68.0, 500000.0, 7542864.2971),
    ]

    @Test(arguments: references.indices)
    func agreesWithPROJToATenthOfAMillimetreBothWays(index: Int) {
        let reference = Self.references[index]
        let projection = TransverseMercator.utm(zone: reference.zone)
        let place = projection.project(
            GeographicPosition(longitude: reference.longitude, latitude: reference.latitude))
        #expect(abs(place.easting - reference.easting) < 0.0001)
        #expect(abs(place.northing - reference.northing) < 0.0001)
        let back = projection.position(easting: reference.easting, northing: reference.northing)
        #expect(abs(back.longitude - reference.longitude) < 2e-9)
        #expect(abs(back.latitude - reference.latitude) < 1e-9)
    }

    @Test(
        arguments: [
            ("EPSG:4326", CoordinateSystem.degrees(latitudeFirst: false)),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", .degrees(latitudeFirst: false)),
            ("urn:ogc:def:crs:EPSG::4258", .degrees(latitudeFirst: true)),
            ("http://www.opengis.net/def/crs/EPSG/0/4326", .degrees(latitudeFirst: true)),
            ("http://www.opengis.net/gml/srs/epsg.xml#4326", .degrees(latitudeFirst: false)),
            ("urn:ogc:def:crs:EPSG::25833", .utm(zone: 33)), ("EPSG:25832", .utm(zone: 32)),
        ])
    func longNamesMeanTheOrderOfTheAuthority(name: String, system: CoordinateSystem) {
        #expect(CoordinateSystem(name) == system)
    }

    @Test func otherSystemsAreNotGuessed() {
        #expect(CoordinateSystem("EPSG:3006") == nil)
        #expect(CoordinateSystem("") == nil)
    }
}
