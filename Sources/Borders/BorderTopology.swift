import Geography

/// The borders of districts taken apart into lines, so that what two districts share is one line and stays one.
struct BorderTopology: Sendable {
    /// A line as a part of a ring.
    struct Use: Hashable, Sendable {
        let line: Int
        let isReversed: Bool
    }

    /// A district and its rings: outer ones and holes alike, since a map fills what an odd number of rings surround.
    struct Place: Sendable {
        let district: DistrictCode
        var rings: [[Use]]
    }

    /// The points, each once; lines name them by their places here.
    let points: [GridPoint]
    /// The lines. One that comes back to where it began says that point twice.
    var lines: [[Int]]
    /// The districts, in order.
    var places: [Place]

    /// Takes apart the rings of `districts`, in order; the first point of a ring isn't repeated.
    ///
    /// Points less than `nearness` decimetres apart are taken for one: neighbours are not always drawn from the same copy.
    init(_ districts: [(code: DistrictCode, rings: [[GridPoint]])], nearness: Int) {
        var index = PointIndex(nearness: nearness)
        let rings = districts.map { district in
            district.rings.map { ring in Self.withoutRepeats(ring.map { index.place(of: $0) }) }.filter {
                $0.count >= 3
            }
        }
        let ends = Self.ends(of: rings.flatMap(\.self), count: index.points.count)
        var lines = LineTable()
        places = zip(districts, rings).map { district, rings in
            Place(district: district.code, rings: rings.map { lines.uses(of: $0, cutAt: ends) })
        }
        points = index.points
        self.lines = lines.lines
    }

    /// The points of a ring, the first not repeated.
    func points(of ring: [Use]) -> [GridPoint] {
        ring.flatMap { use -> [GridPoint] in
            let line = use.isReversed ? lines[use.line].reversed() : lines[use.line]
            return line.dropLast().map { points[$0] }
        }
    }

    /// How many rings each line is a part of.
    var useCounts: [Int] {
        places.reduce(into: [Int](repeating: 0, count: lines.count)) { counts, place in
            for use in place.rings.joined() { counts[use.line] += 1 }
        }
    }

    /// The points where lines end: those that rings come to by different ways.
    private static func ends(of rings: [[Int]], count: Int) -> [Bool] {
        var neighbours = [SIMD2<Int>?](repeating: nil, count: count)
        var ends = [Bool](repeating: false, count: count)
        for ring in rings {
            for (position, point) in ring.enumerated() {
                let before = ring[(position + ring.count - 1) % ring.count]
                let after = ring[(position + 1) % ring.count]
                let own = SIMD2(min(before, after), max(before, after))
                if let other = neighbours[point], other != own { ends[point] = true }
                neighbours[point] = own
            }
        }
        return ends
    }

    private static func withoutRepeats(_ ring: [Int]) -> [Int] {
        var kept: [Int] = []
        for point in ring where kept.last != point { kept.append(point) }
        while kept.count > 1, kept.first == kept.last { kept.removeLast() }
        return kept
    }
}

/// Gives points numbers, near ones the same.
private struct PointIndex {
    let nearness: Int
    private(set) var points: [GridPoint] = []
    private var squares: [GridPoint: [Int]] = [:]

    init(nearness: Int) { self.nearness = nearness }

    mutating func place(of point: GridPoint) -> Int {
        let (column, row) = (point.x.square(of: nearness), point.y.square(of: nearness))
        for x in column - 1...column + 1 {
            for y in row - 1...row + 1 {
                for candidate in squares[GridPoint(x: x, y: y)] ?? [] {
                    let (dx, dy) = (points[candidate].x - point.x, points[candidate].y - point.y)
                    if dx * dx + dy * dy < nearness * nearness { return candidate }
                }
            }
        }
        points.append(point)
        squares[GridPoint(x: column, y: row), default: []].append(points.count - 1)
        return points.count - 1
    }
}

/// The lines met so far, each once whichever way it is gone.
private struct LineTable {
    private(set) var lines: [[Int]] = []
    private var numbers: [[Int]: Int] = [:]

    mutating func uses(of ring: [Int], cutAt ends: [Bool]) -> [BorderTopology.Use] {
        guard let first = ring.indices.first(where: { ends[ring[$0]] }) else {
            // A ring by itself, or all of a neighbour's hole: it begins at its lowest point, whoever tells of it.
            let lowest = ring.indices.min { ring[$0] < ring[$1] } ?? 0
            let turned = ring[lowest...] + ring[...lowest]
            return [use(of: Array(turned))]
        }
        var uses: [BorderTopology.Use] = []
        var line = [ring[first]]
        for step in 1...ring.count {
            let point = ring[(first + step) % ring.count]
            line.append(point)
            if ends[point] {
                uses.append(use(of: line))
                line = [point]
            }
        }
        return uses
    }

    private mutating func use(of line: [Int]) -> BorderTopology.Use {
        let back = Array(line.reversed())
        let isReversed = back.lexicographicallyPrecedes(line)
        let key = isReversed ? back : line
        if let number = numbers[key] { return .init(line: number, isReversed: isReversed) }
        numbers[key] = lines.count
        lines.append(key)
        return .init(line: lines.count - 1, isReversed: isReversed)
    }
}
