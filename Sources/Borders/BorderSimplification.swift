/// Leaves out the points of lines that change a map least, until every one that is left counts.
///
/// Visvalingam and Whyatt (1993), Cartographic Journal 30:46–51: the point whose triangle with its neighbours is smallest
/// goes first. Here a point stays if any other point lies in that triangle, or if the line that would take its place is
/// there already; so no lines come to cross or meet, no island changes sides, and every ring keeps three points. Points
/// where lines end stay.
struct BorderSimplification {
    private let points: [GridPoint]
    private var nodes: [Node] = []
    private var heap = SmallestFirst()
    private var edges: Set<SIMD2<Int>> = []
    private var present: PresentPoints

    private struct Node {
        let point: Int
        var before: Int?
        var after: Int?
        var version = 0
    }

    /// The lines of `topology` without points whose triangle is smaller than `smallest`, twice its area in square
    /// decimetres.
    static func lines(of topology: BorderTopology, smallest: Int) -> [[Int]] {
        var simplification = BorderSimplification(topology)
        return simplification.lines(of: topology, smallest: smallest)
    }

    private init(_ topology: BorderTopology) {
        points = topology.points
        present = PresentPoints(topology.points)
    }

    private mutating func lines(of topology: BorderTopology, smallest: Int) -> [[Int]] {
        var starts: [Int?] = []
        for line in topology.lines {
            starts.append(line.isEmpty ? nil : nodes.count)
            for (offset, point) in line.enumerated() {
                let (isFirst, isLast) = (offset == 0, offset == line.count - 1)
                nodes.append(
                    Node(
                        point: point, before: isFirst ? nil : nodes.count - 1, after: isLast ? nil : nodes.count + 1))
                present.add(point)
                if !isLast { edges.insert(Self.edge(point, line[offset + 1])) }
            }
        }
        for index in nodes.indices { push(index, atLeast: 0) }
        while let entry = heap.pop(), entry.area < smallest {
            guard nodes[entry.node].version == entry.version, canGo(entry.node) else { continue }
            remove(entry.node, area: entry.area)
        }
        return starts.map { start in
            var line: [Int] = []
            var next = start
            while let index = next {
                line.append(nodes[index].point)
                next = nodes[index].after
            }
            return line
        }
    }

    private static func edge(_ a: Int, _ b: Int) -> SIMD2<Int> { SIMD2(min(a, b), max(a, b)) }

    /// The node's triangle; `nil` at the end of a line.
    private func triangle(_ index: Int) -> (before: Int, own: Int, after: Int)? {
        guard let before = nodes[index].before, let after = nodes[index].after else { return nil }
        return (nodes[before].point, nodes[index].point, nodes[after].point)
    }

    private mutating func push(_ index: Int, atLeast least: Int) {
        guard let (before, own, after) = triangle(index) else { return }
        let area = abs(GridPoint.turn(points[before], points[own], points[after]))
        heap.push(.init(area: max(area, least), node: index, version: nodes[index].version))
    }

    private func canGo(_ index: Int) -> Bool {
        guard let (before, own, after) = triangle(index), before != after,
            !edges.contains(Self.edge(before, after))
        else { return false }
        return !present.hasOther(than: SIMD3(before, own, after), in: points[before], points[own], points[after])
    }

    private mutating func remove(_ index: Int, area: Int) {
        guard let before = nodes[index].before, let after = nodes[index].after,
            let (first, own, last) = triangle(index)
        else { return }
        edges.remove(Self.edge(first, own))
        edges.remove(Self.edge(own, last))
        edges.insert(Self.edge(first, last))
        present.remove(own)
        nodes[index].version += 1
        nodes[before].after = after
        nodes[after].before = before
        for neighbour in [before, after] {
            nodes[neighbour].version += 1
            push(neighbour, atLeast: area)
        }
    }
}

/// The points that are still there, by squares of the plane.
private struct PresentPoints {
    private let points: [GridPoint]
    private let size: Int
    private var counts: [Int]
    private var squares: [GridPoint: [Int]] = [:]

    init(_ points: [GridPoint]) {
        self.points = points
        counts = [Int](repeating: 0, count: points.count)
        let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
        // About a point in each square of a city that fills a third of its frame.
        size = max(1, Int(Double(width) / Double(max(1, points.count)).squareRoot()))
    }

    mutating func add(_ point: Int) {
        counts[point] += 1
        if counts[point] == 1 { squares[square(points[point]), default: []].append(point) }
    }

    mutating func remove(_ point: Int) {
        counts[point] -= 1
        if counts[point] == 0 { squares[square(points[point])]?.removeAll { $0 == point } }
    }

    /// True if a point that isn't one of `own` lies in a triangle or on its edge.
    func hasOther(than own: SIMD3<Int>, in a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
        let lower = square(GridPoint(x: min(a.x, b.x, c.x), y: min(a.y, b.y, c.y)))
        let upper = square(GridPoint(x: max(a.x, b.x, c.x), y: max(a.y, b.y, c.y)))
        for column in lower.x...upper.x {
            for row in lower.y...upper.y {
                for point in squares[GridPoint(x: column, y: row)] ?? []
                where points[point].lies(in: a, b, c) && own.x != point && own.y != point && own.z != point {
                    return true
                }
            }
        }
        return false
    }

    private func square(_ point: GridPoint) -> GridPoint {
        GridPoint(x: point.x.square(of: size), y: point.y.square(of: size))
    }
}

/// A heap that gives the smallest triangle first; of equal ones the first in the file.
private struct SmallestFirst {
    struct Entry {
        let area: Int
        let node: Int
        let version: Int

        func comesBefore(_ other: Entry) -> Bool { (area, node) < (other.area, other.node) }
    }

    private var entries: [Entry] = []

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var index = entries.count - 1
        while index > 0, entries[index].comesBefore(entries[(index - 1) / 2]) {
            entries.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func pop() -> Entry? {
        guard let smallest = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return smallest }
        entries[0] = last
        var index = 0
        while true {
            var least = 2 * index + 1
            if least + 1 < entries.count, entries[least + 1].comesBefore(entries[least]) { least += 1 }
            guard least < entries.count, entries[least].comesBefore(entries[index]) else { return smallest }
            entries.swapAt(index, least)
            index = least
        }
    }
}
