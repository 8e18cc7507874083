import Cells

/// How far apart a sensitive cell's two tables must lie, and how far above its number the upper one must reach.
struct Need: Sendable {
    /// What rounding in a solver may take away unnoticed.
    static let tolerance = 1e-6

    /// The least distance that is asked for.
    let width: Double
    /// The distance that is aimed at: a whole number where the cell is a count.
    let aim: Double
    /// How far above the cell's number the upper table must reach; 0 where it need not.
    let reach: Double

    init(of cell: Cell, _ policy: ProtectionPolicy) {
        width = cell.width(policy)
        let isCount = cell.quantity == .count
        aim = isCount ? width.rounded(.up) : width
        let limit = cell.limit(policy)
        guard policy.escape, cell.value <= limit else {
            reach = 0
            return
        }
        reach = (isCount ? limit.rounded(.down) + 1 : limit + Self.leastEscape) - cell.value
    }

    /// A need of this width alone.
    init(width: Double) {
        self.width = width
        aim = width
        reach = 0
    }

    /// How far above the limit an amount that is no count must reach.
    private static let leastEscape = 0.001

    /// Whether tables that lie `up` above and `down` below the true number are enough.
    func isMet(up: Double, down: Double) -> Bool {
        up + down >= width - Self.tolerance && up >= reach - Self.tolerance
    }
}
