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
            for column in steps(segment.from.x, segment.to.x, size) {
                for row in steps(segment.from.y, segment.to.y, size) {
                    let square = Square(column: column, row: row)
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
        }
        return found
    }

    private static func steps(_ a: Int, _ b: Int, _ size: Int) -> ClosedRange<Int> {
        min(a, b).square(of: size)...max(a, b).square(of: size)
    }
}
