import Geography

/// The borders of a split's districts, simplified for maps of the size that pages show.
///
/// Coordinates are decimetres from the upper left corner of the frame, x to the right and y down. The frame goes round
/// the districts that have profiles and cuts off the ground of others.
public struct BorderMap: Sendable {
    /// A point of a border.
    public struct Point: Hashable, Sendable {
        /// Decimetres to the right.
        public let x: Int
        /// Decimetres down.
        public let y: Int
    }

    /// A district's area.
    public struct Shape: Sendable {
        /// The district.
        public let district: DistrictCode
        /// True if the district has a profile; others are ground.
        public let isPublished: Bool
        /// Its rings without their first point again: what an odd number of them surround is the district.
        public let rings: [[Point]]
        /// The middle of the widest place inside it, where a sign has most room.
        public let middle: Point
        /// How wide and high a sign or name may be about the middle without reaching a border, decimetres.
        public let room: (width: Int, height: Int)
    }

    /// The districts, by code.
    public let shapes: [Shape]
    /// The frame's width, decimetres.
    public let width: Int
    /// The frame's height, decimetres.
    public let height: Int
    /// Who the borders come from, and on what terms.
    public let source: BorderSource

    /// How many steps a map is wide or high at most: about its size in pixels. Islands smaller
    /// than three square steps aren't drawn, nor bends smaller than two.
    public static let steps = 440

    /// The map of `districts`, whose rings lie in the plane; `nil` where no district has an area.
    init?(_ districts: [BorderReader.Area], source: BorderSource) {
        let published = districts.filter(\.isPublished).flatMap { $0.rings.joined() }
        guard let left = published.map(\.x).min(), let right = published.map(\.x).max(),
            let bottom = published.map(\.y).min(), let top = published.map(\.y).max()
        else { return nil }
        let margin = max(right - left, top - bottom) / 50
        let (width, height) = (right - left + 2 * margin, top - bottom + 2 * margin)
        (self.width, self.height) = (width, height)
        self.source = source
        let step = max(width, height) / Self.steps
        let rings = Self.simplified(districts, step: step)
        let origin = GridPoint(x: left - margin, y: top + margin)
        shapes = zip(districts, rings).map { district, rings in
            var moved = rings.map { $0.map { Point(x: $0.x - origin.x, y: origin.y - $0.y) } }
            if !district.isPublished { moved = moved.map { Self.cut($0, width, height) }.filter { $0.count >= 3 } }
            let (middle, room) = Self.middle(of: moved)
            return Shape(
                district: district.code, isPublished: district.isPublished, rings: moved, middle: middle, room: room)
        }
    }

    /// Points less than a metre apart are one.
    private static let nearness = 10

    private static func simplified(_ districts: [BorderReader.Area], step: Int) -> [[[GridPoint]]] {
        var topology = BorderTopology(districts.map { ($0.code, $0.rings) }, nearness: nearness)
        topology.dropIslands(smallerThan: 2 * 3 * step * step)
        topology.lines = BorderSimplification.lines(of: topology, smallest: 2 * 2 * step * step)
        return topology.places.map { place in place.rings.map { topology.points(of: $0) } }
    }

    /// What lies inside the frame of the area in a ring: side by side, each line that leaves is cut where it leaves
    /// (Sutherland and Hodgman 1974, Communications of the ACM 17:32–42).
    private static func cut(_ ring: [Point], _ width: Int, _ height: Int) -> [Point] {
        /// How far inside a point lies, for each side.
        let sides: [(Point) -> Int] = [{ $0.x }, { width - $0.x }, { $0.y }, { height - $0.y }]
        return sides.reduce(ring) { ring, inside in
            ring.indices.flatMap { index -> [Point] in
                let (a, b) = (ring[index], ring[(index + 1) % ring.count])
                let (from, to) = (inside(a), inside(b))
                let own = from >= 0 ? [a] : []
                guard (from < 0) != (to < 0) else { return own }
                let part = Double(from) / Double(from - to)
                let crossing = Point(
                    x: a.x + Int((part * Double(b.x - a.x)).rounded()),
                    y: a.y + Int((part * Double(b.y - a.y)).rounded()))
                return own + [crossing]
            }
        }
    }

    /// The point of a grid over the largest ring that lies deepest inside, and the room about it.
    private static func middle(of rings: [[Point]]) -> (Point, (width: Int, height: Int)) {
        func area(_ ring: [Point]) -> Int { abs(ring.map { GridPoint(x: $0.x, y: $0.y) }.doubledArea) }
        guard let largest = rings.max(by: { area($0) < area($1) }),
            let left = largest.map(\.x).min(), let right = largest.map(\.x).max(),
            let top = largest.map(\.y).min(), let bottom = largest.map(\.y).max()
        else { return (Point(x: 0, y: 0), (0, 0)) }
        let edges = rings.flatMap { ring in ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) } }
        var best = (Point(x: (left + right) / 2, y: (top + bottom) / 2), -1.0)
        let parts = 24
        for row in 1..<parts {
            for column in 1..<parts {
                let point = Point(x: left + (right - left) * column / parts, y: top + (bottom - top) * row / parts)
                guard isInside(point, edges) else { continue }
                let depth = edges.reduce(Double.infinity) { min($0, distance(point, $1.0, $1.1)) }
                if depth > best.1 { best = (point, depth) }
            }
        }
        return (best.0, room(about: best.0, edges))
    }

    /// Twice the way to the nearest border to the sides and up and down.
    private static func room(about point: Point, _ edges: [(Point, Point)]) -> (width: Int, height: Int) {
        /// The nearest crossing of the level of `point` by an edge, with x and y as `across` and `along` tell them.
        func reach(_ across: (Point) -> Int, _ along: (Point) -> Int) -> Int {
            let ways = edges.compactMap { a, b -> Int? in
                guard (along(a) > along(point)) != (along(b) > along(point)) else { return nil }
                let part = Double(along(point) - along(a)) / Double(along(b) - along(a))
                return abs(across(a) + Int(part * Double(across(b) - across(a))) - across(point))
            }
            return 2 * (ways.min() ?? 0)
        }
        return (reach(\.x, \.y), reach(\.y, \.x))
    }

    private static func isInside(_ point: Point, _ edges: [(Point, Point)]) -> Bool {
        edges.reduce(false) { inside, edge in
            let (a, b) = edge
            guard (a.y > point.y) != (b.y > point.y) else { return inside }
            let side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y)
            return (side > 0) == (b.y > a.y) ? !inside : inside
        }
    }

    private static func distance(_ point: Point, _ a: Point, _ b: Point) -> Double {
        let line = SIMD2(Double(b.x - a.x), Double(b.y - a.y))
        let way = SIMD2(Double(point.x - a.x), Double(point.y - a.y))
        let length = (line * line).sum()
        let part = length == 0 ? 0 : min(1, max(0, (line * way).sum() / length))
        let rest = way - part * line
        return (rest * rest).sum().squareRoot()
    }
}

extension BorderTopology {
    /// Leaves out rings that nobody shares and that go round less than `smallest`, twice the area; never the largest
    /// ring of a district.
    fileprivate mutating func dropIslands(smallerThan smallest: Int) {
        let counts = useCounts
        for index in places.indices {
            let areas = places[index].rings.map { abs(points(of: $0).doubledArea) }
            let largest = areas.indices.max { areas[$0] < areas[$1] }
            places[index].rings = zip(places[index].rings.indices, places[index].rings).filter { position, ring in
                position == largest || areas[position] >= smallest || ring.contains { counts[$0.line] > 1 }
            }.map(\.1)
        }
        var isUsed = [Bool](repeating: false, count: lines.count)
        for use in places.flatMap({ $0.rings.joined() }) { isUsed[use.line] = true }
        // A line that nobody uses any more must not hold others back.
        for line in lines.indices where !isUsed[line] { lines[line] = [] }
    }
}
