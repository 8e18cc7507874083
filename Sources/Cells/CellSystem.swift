/// Cells and all the relations between them that a reader knows.
///
/// Relations hold for the cells' values; whoever reads cells and relations from files checks that first.
public struct CellSystem: Sendable {
    /// The cells, each known by its place here.
    public let cells: [Cell]
    /// What a reader knows of them together.
    public let relations: [Relation]
    private let hasSensitiveZero: Bool

    /// A system of cells and the relations between them.
    public init(_ cells: [Cell], _ relations: [Relation]) {
        self.cells = cells
        self.relations = relations
        hasSensitiveZero = cells.contains {
            $0.kind == .cell && $0.quantity == .count && $0.value == 0 && $0.isSensitive == true
        }
    }

    /// Whether `cell` must be protected: as its owner says, else a count within the policy's limit.
    public func isSensitive(_ cell: Int, _ policy: ProtectionPolicy) -> Bool {
        let it = cells[cell]
        return it.isSensitive
            ?? (it.quantity == .count && it.value >= policy.least && it.value <= it.limit(policy))
    }

    /// Whether `cell` may be withheld: cells of tables may, but zeros are shown where the policy says so.
    public func mayBeWithheld(_ cell: Int, _ policy: ProtectionPolicy) -> Bool {
        let it = cells[cell]
        guard it.kind == .cell else { return false }
        return it.isSensitive == true || it.value != 0 || policy.withholdsZero || it.quantity == .real
    }

    /// What a reader knows of `cell` before looking at any relation.
    ///
    /// Shown cells are known, or within what their rounding gives away. Counts behind the mark are at least one where
    /// all zeros are shown; hidden cells, which have no mark, may be zero.
    public func known(_ cell: Int, withheld: Bool, _ policy: ProtectionPolicy) -> ClosedRange<Double> {
        let it = cells[cell]
        guard withheld && it.kind != .frozen || it.kind == .hidden else { return it.shown ?? it.value...it.value }
        let marked = it.kind == .cell && it.quantity == .count && !withholdsAnyZero(policy)
        let least = it.leastKnown ?? (marked ? 1 : 0)
        return least...max(least, it.mostKnown ?? .infinity)
    }

    /// Whether the mark may stand for a zero.
    private func withholdsAnyZero(_ policy: ProtectionPolicy) -> Bool {
        policy.withholdsZero || hasSensitiveZero
    }
}
