/// Edges by the upright strips of the plane that they pass.
struct EdgeColumns: Sendable {
    private let start: Int
    private let width: Int
    private let columns: [[BorderEdge]]

    /// The strips of `edges`: as narrow as they can be without holding more than about two entries for each edge.
    init(_ edges: [BorderEdge]) {
        let left = edges.lazy.map(\.left.x).min() ?? 0
        let right = edges.lazy.map(\.right.x).max() ?? 0
        let sum = edges.reduce(0) { $0 + $1.right.x - $1.left.x }
        let width = max(1, (right - left) / 4096, sum / max(1, edges.count))
        var columns = [[BorderEdge]](repeating: [], count: (right - left) / width + 1)
        for edge in edges {
            for column in (edge.left.x - left) / width...(edge.right.x - left) / width { columns[column].append(edge) }
        }
        (start, self.width, self.columns) = (left, width, columns)
    }

    /// The edges that may run straight above or below `point`.
    func edges(at point: GridPoint) -> [BorderEdge] {
        let column = (point.x - start).square(of: width)
        return columns.indices.contains(column) ? columns[column] : []
    }

    /// Each edge that passes above or below a part of `edge`, with where that part starts and ends.
    func forEach(beside edge: BorderEdge, _ body: (BorderEdge, _ from: Int, _ to: Int) -> Void) {
        let first = max(0, (edge.left.x - start).square(of: width))
        let last = min(columns.count - 1, (edge.right.x - start).square(of: width))
        guard first <= last else { return }
        for column in first...last {
            let from = max(edge.left.x, start + column * width)
            let to = min(edge.right.x, start + (column + 1) * width)
            for other in columns[column] {
                let (a, b) = (max(from, other.left.x), min(to, other.right.x))
                if a < b { body(other, a, b) }
            }
        }
    }
}
