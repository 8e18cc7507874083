import Cells

/// The attack by adding up a line: where all unknown cells of a relation stand on one side, their sum is public.
struct LineSums {
    /// The sensitive columns that lie in a line whose unknown cells add up to less than the policy asks.
    let exposed: Set<Int>

    init(_ part: UnknownPart, _ policy: ProtectionPolicy) {
        var exposed: Set<Int> = []
        for row in part.rows where policy.leastLineSum > 0 && row.isSum {
            guard row.terms.reduce(0, { $0 + part.truth[$1.column] }) < policy.leastLineSum else { continue }
            exposed.formUnion(row.terms.lazy.map(\.column).filter { part.isSensitive[$0] })
        }
        self.exposed = exposed
    }
}
