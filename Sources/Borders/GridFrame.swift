/// The upright rectangle round some points.
struct GridFrame: Sendable {
    private let low: GridPoint
    private let high: GridPoint

    /// The frame round `points`; `nil` if there are none.
    init?(_ points: [GridPoint]) {
        guard let left = points.lazy.map(\.x).min(), let right = points.lazy.map(\.x).max(),
            let bottom = points.lazy.map(\.y).min(), let top = points.lazy.map(\.y).max()
        else { return nil }
        low = GridPoint(x: left, y: bottom)
        high = GridPoint(x: right, y: top)
    }

    /// Its middle.
    var middle: GridPoint { GridPoint(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2) }

    /// True if `point` lies in it or on its edge.
    func contains(_ point: GridPoint) -> Bool {
        (low.x...high.x).contains(point.x) && (low.y...high.y).contains(point.y)
    }
}
