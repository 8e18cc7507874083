/// Finds straight lines that cross each other, by the squares of a grid that they pass.
struct SegmentCrossings {
    private struct Square: Hashable {
        let column: Int
        let row: Int
    }

    /// The pairs of `segments` that cross at a point inside both, by their places in the list.
    static func pairs(_ segments: [(from: GridPoint, to: GridPoint)]) -> [(Int, Int)] {
        guard !segments.isEmpty else { return [] }
        let reach = segments.reduce(0) { $0 + max(abs($1.from.x - $1.to.x), abs($1.from.y - $1.to.y)) }
        let size = max(1, 2 * reach / segments.count)
        var squares: [Square: [Int]] = [:]
        var found: [(Int, Int)] = []
        var met: Set<SIMD2<Int>> = []
        for (index, segment) in segments.enumerated() {
            for square in passed(by: segment, size) {
                for other in squares[square, default: []] {
                    let (from, to) = segments[other]
                    guard GridPoint.cross(segment.from, segment.to, from, to),
                        met.insert(SIMD2(other, index)).inserted
                    else { continue }
                    found.append((other, index))
                }
                squares[square, default: []].append(index)
            }
        }
        return found
    }

    /// The squares that a line passes, and perhaps some beside it: column by column, the rows between which it runs there.
    private static func passed(by segment: (from: GridPoint, to: GridPoint), _ size: Int) -> [Square] {
        let isRightward = segment.from.x <= segment.to.x
        let (left, right) = isRightward ? (segment.from, segment.to) : (segment.to, segment.from)
        let slope = left.x == right.x ? 0 : Double(right.y - left.y) / Double(right.x - left.x)
        let columns = left.x.square(of: size)...right.x.square(of: size)
        return columns.flatMap { column -> [Square] in
            let enters = column == columns.lowerBound ? left.y : height(at: column * size)
            let leaves = column == columns.upperBound ? right.y : height(at: (column + 1) * size)
            let rows = (min(enters, leaves) - 1).square(of: size)...(max(enters, leaves) + 1).square(of: size)
            return rows.map { Square(column: column, row: $0) }
        }

        func height(at x: Int) -> Int { left.y + Int((slope * Double(x - left.x)).rounded()) }
    }
}
