import Foundation
import Geography
import LocatedInput
import TestSupport
import Testing

@testable import Borders

/// The laws of simplified borders, on small cities made by hand and, where they are at hand, on real ones.
struct BorderTopologyTests {
    /// Every border between two districts, as pairs of points, with how many districts have it.
    private static func edges(of map: BorderMap) -> [Set<BorderMap.Point>: Int] {
        map.shapes.flatMap {
            $0.rings.flatMap { ring in ring.indices.map { Set([ring[$0], ring[($0 + 1) % ring.count]]) } }
        }
        .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func crossings(_ map: BorderMap) -> Int {
        SegmentCrossings.pairs(
            map.shapes.flatMap { shape in
                shape.rings.flatMap { ring in
                    let points = ring.map { GridPoint(x: $0.x, y: $0.y) }
                    return points.indices.map { (points[$0], points[($0 + 1) % points.count]) }
                }
            }
        ).count
    }

    /// The area inside an odd number of rings, square decimetres: rings of one district lie in or beside each other.
    private static func area(_ rings: [[GridPoint]]) -> Int {
        rings.reduce(0) { sum, ring in
            let depth = rings.filter { $0 != ring && isInside(ring[0], $0) }.count
            return sum + (depth.isMultiple(of: 2) ? 1 : -1) * abs(ring.doubledArea) / 2
        }
    }

    private static func isInside(_ point: GridPoint, _ ring: [GridPoint]) -> Bool {
        ring.indices.reduce(false) { inside, index in
            let (a, b) = (ring[index], ring[(index + 1) % ring.count])
            guard (a.y > point.y) != (b.y > point.y) else { return inside }
            return (GridPoint.turn(a, b, point) > 0) == (b.y > a.y) ? !inside : inside
        }
    }

    // MARK: - By hand

    /// Two districts with a wavy border between them, and a third inside the first.
    private static let wavy: [(code: DistrictCode, rings: [[GridPoint]])] = {
        let border = (0...100).map { GridPoint(x: 5000 + ($0 % 4) * 3 - ($0 % 7) * 2, y: $0 * 100) }
        let ring = (0..<40).map { step in
            GridPoint(
                x: 2000 + [800, 790, 0, -800, -795][step / 8] + step,
                y: 5000 + [0, 700, 810, 400, -300][step / 8] - step * step)
        }
        return [
            (DistrictCode("01")!, [[GridPoint(x: 0, y: 10_000), GridPoint(x: 0, y: 0)] + border, ring]),
            (
                DistrictCode("02")!,
                [Array(border.reversed()) + [GridPoint(x: 10_000, y: 0), GridPoint(x: 10_000, y: 10_000)]]
            ),
            (DistrictCode("03")!, [Array(ring[7...] + ring[..<7]).reversed()]),
        ]
    }()

    @Test func whatTwoDistrictsShareIsOneLineWhereverTheirRingsBegin() {
        let topology = BorderTopology(Self.wavy, nearness: 10)
        // The border, the outsides of two districts, and the ring around the third.
        #expect(topology.lines.count == 4)
        #expect(topology.useCounts.sorted() == [1, 1, 2, 2])
    }

    @Test func takingApartAndPuttingTogetherChangesNothing() {
        let topology = BorderTopology(Self.wavy, nearness: 1)
        for (place, district) in zip(topology.places, Self.wavy) {
            #expect(
                place.rings.map { abs(topology.points(of: $0).doubledArea) }
                    == district.rings.map { abs($0.doubledArea) })
            #expect(place.rings.map { Set(topology.points(of: $0)) } == district.rings.map { Set($0) })
        }
    }

    @Test func pointsThatChangeLittleGoFirstAndSharedOnesOnce() {
        var topology = BorderTopology(Self.wavy, nearness: 1)
        topology.lines = BorderSimplification.lines(of: topology, smallest: 2 * 2000)
        let rings = topology.places.map { $0.rings.map { topology.points(of: $0) } }
        #expect(rings[0][0].count < 40)
        #expect(Set(rings[0][1]) == Set(rings[2][0]))
        let between = Set(rings[0][0]).intersection(rings[1][0])
        #expect(between.count >= 2)
        #expect(Set(rings[0][0]).subtracting(between) == [GridPoint(x: 0, y: 10_000), GridPoint(x: 0, y: 0)])
    }

    @Test func everyRingKeepsAnAreaHoweverMuchIsLeftOut() {
        var topology = BorderTopology(Self.wavy, nearness: 1)
        topology.lines = BorderSimplification.lines(of: topology, smallest: .max)
        for place in topology.places {
            #expect(place.rings.map { topology.points(of: $0) }.allSatisfy { $0.count >= 3 && $0.doubledArea != 0 })
        }
    }

    @Test func anIslandIsNotSwallowedByACoastThatIsSimplified() {
        // A bay with an island of another district in it; without the island the bay would be filled.
        let bay = [(0, 0), (0, 100), (45, 100), (50, 80), (55, 100), (100, 100), (100, 0)].map {
            GridPoint(x: $0.0, y: $0.1)
        }
        let island = [(49, 96), (51, 96), (50, 98)].map { GridPoint(x: $0.0, y: $0.1) }
        func kept(_ districts: [(code: DistrictCode, rings: [[GridPoint]])]) -> Bool {
            var topology = BorderTopology(districts, nearness: 1)
            topology.lines = BorderSimplification.lines(of: topology, smallest: 2 * 300)
            return topology.points(of: topology.places[0].rings[0]).contains(GridPoint(x: 50, y: 80))
        }
        #expect(!kept([(DistrictCode("01")!, [bay])]))
        #expect(kept([(DistrictCode("01")!, [bay]), (DistrictCode("02")!, [island])]))
    }

    // MARK: - Real files

    private static let cities = ["oslo", "bergen", "trondheim", "stavanger"]
    /// Cities and files: every city by the file of most detail, and every kind of file once.
    private static let maps =
        cities.map { ($0, "bydel_current_landmask_xl.geojson") } + [
            ("oslo", "bydel2020_mednavn.gml"), ("stavanger", "bydel2020.geojson"),
            ("bergen", "bydel_current_extended_m.geojson"), ("trondheim", "bydel_current_landmask_m.geojson"),
        ]

    private static let geography: Geography? = {
        var diagnostics = Diagnostics()
        return Geography.load(from: Fixtures.committedGeography, &diagnostics)
    }()

    private static func split(_ city: String) throws -> Split {
        try #require(geography?.city(city)?.splits.first)
    }

    /// The map of a city from a real file, and the file's own text.
    private static func real(_ file: String, _ split: Split) throws -> BorderMap {
        let scratch = try ScratchFolder()
        let text = try String(contentsOfFile: SharedData.folder + "/geography/polygons/" + file, encoding: .utf8)
        let id = split.id
        try scratch.write(text, to: "\(id.city)/\(id.split)/\(file)")
        try scratch.write(
            "{ file: \(file), source: { nb: a, nn: b, en: c }, licence: MIT, holds_other_places: true }\n",
            to: "\(id.city)/\(id.split)/borders.yaml")
        var diagnostics = Diagnostics()
        let source = try #require(BorderSource.read(of: id, in: scratch.folder, &diagnostics))
        let map = BorderReader.read(source, of: split, on: .january1(2025), &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        return try #require(map)
    }

    @Test(.enabled(if: SharedData.isPresent), arguments: maps)
    func realDistrictsMeetAsTheyDidAndNoneLiesOnAnother(city: String, file: String) throws {
        let split = try Self.split(city)
        let map = try Self.real(file, split)
        let edges = Self.edges(of: map)
        #expect(edges.values.allSatisfy { $0 <= 2 })
        #expect(edges.values.filter { $0 == 2 }.count >= map.shapes.count)
        #expect(Self.crossings(map) == 0)
        #expect(map.shapes.allSatisfy { $0.rings.contains { $0.count >= 3 } })
        #expect(map.shapes.filter(\.isPublished).allSatisfy { min($0.room.width, $0.room.height) > 0 })
        #expect(map.shapes.reduce(0) { $0 + $1.rings.joined().count } < 2000)
    }

    @Test(.enabled(if: SharedData.isPresent)) func theSameFileGivesTheSameMap() throws {
        let split = try Self.split("oslo")
        let maps = try (0..<2).map { _ in try Self.real("bydel_current_landmask_m.geojson", split) }
        #expect(maps[0].shapes.map(\.rings) == maps[1].shapes.map(\.rings))
        #expect(maps[0].shapes.map(\.middle) == maps[1].shapes.map(\.middle))
    }

    @Test(.enabled(if: SharedData.isPresent), arguments: cities)
    func realAreasOfWhatIsDrawnChangeByLessThanSixPerCent(city: String) throws {
        let split = try Self.split(city)
        let map = try Self.real("bydel_current_landmask_xl.geojson", split)
        let step = max(map.width, map.height) / BorderMap.steps
        let before = try Self.areas(of: split, withoutIslandsBelow: 2 * 3 * step * step)
        for shape in map.shapes where shape.isPublished {
            let after = Self.area(shape.rings.map { $0.map { GridPoint(x: $0.x, y: $0.y) } })
            let whole = try #require(before[shape.district])
            #expect(abs(Double(after - whole)) < 0.06 * Double(whole), "\(shape.district)")
        }
    }

    /// The areas of the districts as the file has them without islands that are too small to draw, square decimetres.
    private static func areas(of split: Split, withoutIslandsBelow smallest: Int) throws -> [DistrictCode: Int] {
        var diagnostics = Diagnostics()
        let path = SharedData.folder + "/geography/polygons/bydel_current_landmask_xl.geojson"
        let features = GeoJSONBorders.read(
            try #require(InputFile(reading: path, &diagnostics)), &diagnostics)
        var areas: [DistrictCode: Int] = [:]
        for feature in features {
            guard let code = feature.property("bydel_no").flatMap({ DistrictCode($0.value) }),
                split.district(code, on: .january1(2025)) != nil
            else { continue }
            let rings = feature.polygons.flatMap(\.rings)
            let middle = rings[0].points[0]
            let projection = TransverseMercator(centralMeridian: middle.x, scale: 1, falseEasting: 0)
            let origin = projection.project(GeographicPosition(longitude: middle.x, latitude: middle.y))
            areas[code] = area(
                rings.map { ring in
                    ring.points.dropLast().map { point in
                        let place = projection.project(GeographicPosition(longitude: point.x, latitude: point.y))
                        return GridPoint(
                            x: Int((place.easting * 10).rounded()),
                            y: Int(((place.northing - origin.northing) * 10).rounded()))
                    }
                }.filter { abs($0.doubledArea) >= smallest })
        }
        return areas
    }
}
