import LocatedInput
import TestSupport
import Testing

@testable import Borders

/// Reference values: shapely 2.2.0 on the same coordinates, worked out in metres.
struct PlaceOverlayTests {
    typealias Corners = [(Double, Double)]

    /// A place of areas whose corners are metres from a spot near Bærum, in UTM 33.
    private static func place(_ areas: [[Corners]]) -> String {
        let text = areas.map { rings in
            let rings = rings.map { ring in
                "[\((ring + ring.prefix(1)).map { "[\(250_000 + $0.0), \(6_650_000 + $0.1)]" }.joined(separator: ","))]"
            }
            return "[\(rings.joined(separator: ","))]"
        }.joined(separator: ",")
        return #"{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[\#(text)]}}"#
    }

    private static func places(_ features: [String]) throws -> [MapPlace] {
        if features.isEmpty { return [] }
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        let file = PlaceFile(InputFile(path: "f.geojson", text: text), system: "EPSG:25833")
        #expect(file.faults.isEmpty)
        return file.places
    }

    private static func overlay(_ districts: [[[Corners]]], units: [[[Corners]]]) throws -> PlaceOverlay {
        PlaceOverlay(
            districts: try places(districts.map(place)), units: try places(units.map(place)).map { [$0] })
    }

    private static func square(_ x: Double, _ y: Double, _ size: Double = 100) -> Corners {
        [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
    }

    private static let references: [(unit: [Corners], district: [[Corners]], share: Double)] = [
        ([square(0, 0)], [[square(50, 50)]], 0.25),
        ([square(0, 0)], [[square(-50, -50, 200), [(20, 20), (20, 60), (70, 60), (70, 20)]]], 0.8),
        (
            [[(0, 0), (300, 0), (300, 200), (0, 200)], [(100, 50), (200, 50), (200, 150), (100, 150)]],
            [[[(150, -10), (400, -10), (400, 210), (150, 210)]]], 0.5
        ),
        (
            [square(0, 0)],
            [[[(-10, -10), (30, -10), (30, 110), (-10, 110)]], [[(80, 40), (120, 40), (120, 60), (80, 60)]]], 0.34
        ),
        (
            [[(0, 0), (400, 130), (0, 260), (160, 130)]], [[[(90, -40), (230, -40), (300, 300), (50, 210)]]],
            0.718393
        ),
        ([square(0, 0)], [[[(0, 0), (100, 100), (0, 100)]]], 0.5),
        ([square(0, 0)], [[square(100, 0)]], 0),
        (
            [[(0, 0), (500, 0), (500, 100), (400, 30), (300, 100), (200, 30), (100, 100), (0, 30)]],
            [[[(-20, 40), (520, 60), (520, 200), (-20, 200)]]], 0.276752
        ),
    ]

    @Test(arguments: references.indices, [false, true])
    func aPartIsTheShareOfGroundWhicheverWayRingsRun(index: Int, isReversed: Bool) throws {
        let (unit, district, share) = Self.references[index]
        let turned = isReversed ? district.map { $0.map { $0.reversed() } } : district
        let parts = try Self.overlay([turned], units: [[unit]]).parts(ofUnit: 0)
        // Corners are rounded to a decimetre.
        #expect(abs((parts.first?.share ?? 0) - share) < 0.002)
    }

    @Test func aPointOnASharedBorderLiesInOneDistrict() throws {
        let overlay = try Self.overlay([[[Self.square(0, 0)]], [[Self.square(100, 0)]]], units: [])
        let file = PlaceFile(
            points: [(100.0, 50.0), (50, 50), (150, 50), (50, 150)].map { x, y in
                (Located(SIMD2(250_000 + x, 6_650_000 + y), at: SourceLocation(file: "p.csv")), [])
            }, system: "EPSG:25833")
        let points = PlaceOverlay(
            districts: try Self.places([[[Self.square(0, 0)]], [[Self.square(100, 0)]]].map(Self.place)),
            units: file.places.map { [$0] })
        #expect(points.parts(ofUnit: 0).count == 1)
        #expect(points.parts(ofUnit: 1) == [.init(district: 0, share: 1)])
        #expect(points.parts(ofUnit: 2) == [.init(district: 1, share: 1)])
        #expect(points.parts(ofUnit: 3).isEmpty)
        #expect(overlay.overlaps(ofDistrict: 0).isEmpty)
    }

    @Test func whatLiesInAHoleLiesOutside() throws {
        let hole = Self.square(40, 40, 20)
        let parts = try Self.overlay([[[Self.square(0, 0), hole]]], units: [[[hole]]]).parts(ofUnit: 0)
        #expect(parts.isEmpty)
    }

    @Test func districtsThatLieOnEachOtherSaySo() throws {
        let overlay = try Self.overlay([[[Self.square(0, 0)]], [[Self.square(75, 0)]]], units: [])
        #expect(overlay.overlaps(ofDistrict: 0).map(\.district) == [1])
        #expect(abs((overlay.overlaps(ofDistrict: 0).first?.share ?? 0) - 0.25) < 0.003)
    }

    @Test func onlyARingThatReallyCrossesItselfIsAFault() throws {
        let bowTie: Corners = [(0, 0), (100, 100), (100, 0), (0, 100)]
        #expect(try Self.overlay([[[bowTie]]], units: []).faults.map(\.kind) == [.crossedRing])
        // A spike whose sides lie closer together than the grid.
        let spike: Corners = [(0, 0), (50, 0.02), (100, 0), (100, 0.03), (50, 0.05), (100, 90), (0, 90)]
        #expect(try Self.overlay([[[spike]]], units: []).faults.isEmpty)
    }

    /// Random stars cut a region into sectors: their parts of any unit sum to the unit.
    @Test(arguments: 1...20)
    func partsInDistrictsThatCoverAUnitSumToOne(seed: UInt64) throws {
        var draws = SeededDraws(seed: seed)
        func corner(_ reach: Int) -> Double { Double(draws.number(below: 2 * reach)) - Double(reach) }
        let middle = (corner(200), corner(200))
        let rim: Corners = [
            (-900, -900), (0, -1000), (900, -900), (1000, 0), (900, 900), (0, 1000), (-900, 900), (-1000, 0),
        ]
        let sectors = rim.indices.map { index in [[[middle, rim[index], rim[(index + 1) % rim.count]]]] }
        let unit: Corners = [
            (-500 + corner(90), -500 + corner(90)), (corner(90), corner(90) - 200),
            (500 + corner(90), -500 + corner(90)), (500 + corner(90), 500 + corner(90)),
            (-500 + corner(90), 500 + corner(90)),
        ]
        let parts = try Self.overlay(sectors, units: [[[unit]]]).parts(ofUnit: 0)
        #expect(abs(parts.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }
}

/// Laws and reference values on the borders of real grunnkretser.
@Suite(.enabled(if: SharedData.isPresent, "the real source files are not here"))
struct RealPlaceOverlayTests {
    /// Shapely 2.2.0: the sum of each unit's parts in the units of delområder moved 250 metres east and 100 north. These
    /// lie on each other by up to a per cent in the file, so that a sum may be more than one.
    private static let references: [(unit: String, parts: [String: Double])] = [
        ("02190101", ["021913": 0.06395, "021901": 0.93561]),
        ("02200404", ["022005": 0.12269, "022004": 0.75523, "022006": 0.02176, "021916": 0.1002]),
        ("02191208", ["021912": 1.00043]),
        ("02200101", ["022002": 0.35748, "022001": 0.59484, "021915": 0.04783]),
    ]

    @Test func partsOfRealUnitsAreShapelys() throws {
        var diagnostics = Diagnostics()
        let path = SharedData.folder + "/geography/polygons/grunnkretser_asker-baerum_2018_geonorge.geojson"
        let file = try #require(InputFile(reading: path, &diagnostics))
        let units = PlaceFile(file)
        #expect(units.faults.isEmpty)
        #expect(units.places.count == 535)
        func code(_ place: MapPlace) -> String {
            place.properties.first { $0.name == "grunnkretsnummer" }?.value.value ?? ""
        }
        let move = SIMD2(250.0, 100)
        let moved = units.places.map { place in
            MapPlace(
                location: place.location, properties: place.properties,
                areas: place.areas.map { area in
                    area.map { ring in
                        MapPlace.Ring(
                            location: ring.location,
                            positions: ring.positions.map { position in
                                let utm = TransverseMercator.utm(zone: 33)
                                let (east, north) = utm.project(position)
                                return utm.position(easting: east + move.x, northing: north + move.y)
                            })
                    }
                }, points: [])
        }
        let overlay = PlaceOverlay(districts: moved, units: units.places.map { [$0] })
        for (unit, parts) in Self.references {
            let index = try #require(units.places.firstIndex { code($0) == unit })
            var found: [String: Double] = [:]
            for part in overlay.parts(ofUnit: index) {
                found[String(code(moved[part.district]).prefix(6)), default: 0] += part.share
            }
            for (district, share) in parts { #expect(abs((found[district] ?? 0) - share) < 0.002, "\(unit)") }
            #expect(found.filter { $0.value > 0.01 }.count == parts.count, "\(unit)")
        }
        let still = PlaceOverlay(districts: units.places, units: units.places.map { [$0] })
        for index in units.places.indices {
            let own = still.parts(ofUnit: index).first { $0.district == index }
            #expect(abs((own?.share ?? 0) - 1) < 1e-9, "\(code(units.places[index]))")
        }
    }
}
