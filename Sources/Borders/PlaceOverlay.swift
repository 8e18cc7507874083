import LocatedInput

/// Districts on a map with units laid over them: which districts each unit lies in, and with how much of its ground.
///
/// Both are projected to one plane and rounded to decimetres, so that what two files say of one border is one border.
/// Which district is around a point is exact. Ground that a unit shares with a district is the integral of what lies
/// below both borders, summed over pairs of edges with their signs: there is nothing to cut and no case apart, and the
/// shares of a unit in districts that cover it sum to one.
public struct PlaceOverlay: Sendable {
    /// A district's ground that a unit shares.
    public struct Part: Hashable, Sendable {
        /// The district, by its place in the list.
        public let district: Int
        /// How much of the unit it is, 0 to 1; 1 for a point.
        public let share: Double
    }

    private let districts: [PlacedArea]
    private let units: [PlacedArea]
    private let columns: EdgeColumns
    /// The rings of districts that cross themselves.
    public let faults: [PlaceFault]

    /// Lays `units`, each of one or more places, over `districts`.
    public init(districts: [MapPlace], units: [[MapPlace]]) {
        let all = districts + units.joined()
        let plane = LocalPlane(about: all.flatMap { $0.areas.joined().flatMap(\.positions) + $0.points })
        self.districts = districts.enumerated().map { PlacedArea([$1], on: plane, owner: $0) }
        self.units = units.map { PlacedArea($0, on: plane, owner: 0) }
        columns = EdgeColumns(self.districts.flatMap(\.edges))
        faults = self.districts.flatMap(\.faults)
    }

    /// The districts that the unit lies in, the largest part first.
    public func parts(ofUnit unit: Int) -> [Part] {
        let unit = units[unit]
        return (unit.area > 0 ? parts(of: unit) : around(unit.points)).sorted {
            ($1.share, $0.district) < ($0.share, $1.district)
        }
    }

    /// The rings of a unit that cross themselves.
    public func faults(ofUnit unit: Int) -> [PlaceFault] { units[unit].faults }

    /// The ground of a unit, square metres; zero for a point.
    public func area(ofUnit unit: Int) -> Double { units[unit].area }

    /// The ground of a district, square metres.
    public func area(ofDistrict district: Int) -> Double { districts[district].area }

    /// The other districts on which a district lies, and how much of it does.
    public func overlaps(ofDistrict district: Int) -> [Part] {
        parts(of: districts[district]).filter { $0.district != district }
    }

    /// True if the middle of the district's frame lies in the frame round `units`.
    public func liesAmong(_ units: [Int], district: Int) -> Bool {
        guard let frame = GridFrame(units.flatMap { self.units[$0].corners }),
            let middle = GridFrame(districts[district].corners)?.middle
        else { return false }
        return frame.contains(middle)
    }

    private func parts(of area: PlacedArea) -> [Part] {
        guard let floor = area.edges.lazy.map({ min($0.left.y, $0.right.y) }).min(), area.area > 0 else { return [] }
        var sums = [Double](repeating: 0, count: districts.count)
        for edge in area.edges {
            columns.forEach(beside: edge) { other, from, to in
                // What lies wholly below the area has no part in it.
                if max(other.left.y, other.right.y) > floor {
                    sums[other.owner] += edge.sharedGround(with: other, from: from, to: to, above: floor)
                }
            }
        }
        return sums.enumerated().compactMap { district, sum in
            let share = sum / PlacedArea.perSquareMetre / area.area
            // Less than a millionth is what rounding leaves.
            return share > 1e-6 ? Part(district: district, share: min(1, share)) : nil
        }
    }

    private func around(_ points: [GridPoint]) -> [Part] {
        var found: Set<Int> = []
        for point in points {
            var signs: [Int: Int] = [:]
            for edge in columns.edges(at: point) where edge.isAbove(point) {
                signs[edge.owner, default: 0] += edge.sign
            }
            found.formUnion(signs.filter { $0.value > 0 }.keys)
        }
        return found.map { Part(district: $0, share: 1) }
    }
}

/// A place on the plane.
private struct PlacedArea: Sendable {
    static let perSquareMetre = GridPoint.perMetre * GridPoint.perMetre
    /// What rounding may move two points towards each other, decimetres.
    private static let rounding = 2.0

    let edges: [BorderEdge]
    let points: [GridPoint]
    /// Square metres.
    let area: Double
    let corners: [GridPoint]
    /// Rings that cross themselves.
    let faults: [PlaceFault]

    init(_ places: [MapPlace], on plane: LocalPlane, owner: Int) {
        var (edges, corners, faults) = ([BorderEdge](), [GridPoint](), [PlaceFault]())
        for area in places.flatMap(\.areas) {
            let rings = area.map { ring in Self.withoutRepeats(ring.positions.map(plane.point)) }
            for (written, ring) in zip(area, rings) where ring.crossesItself(byMoreThan: Self.rounding) {
                faults.append(PlaceFault(kind: .crossedRing, location: written.location))
            }
            edges += BorderEdge.edges(of: rings, owner: owner)
            corners += rings.first ?? []
        }
        points = places.flatMap(\.points).map(plane.point)
        let floor = corners.lazy.map(\.y).min() ?? 0
        area = edges.reduce(0) { $0 + $1.ground(above: floor) } / Self.perSquareMetre
        self.edges = edges
        self.corners = corners + points
        self.faults = faults
    }

    private static func withoutRepeats(_ ring: [GridPoint]) -> [GridPoint] {
        zip(ring.indices, ring).filter { index, point in point != ring[(index + 1) % ring.count] }.map(\.1)
    }
}
