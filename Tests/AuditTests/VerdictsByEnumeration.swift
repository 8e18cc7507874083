import Audit
import Cells
import TestSupport

/// The verdicts on a small publication by what they mean, from all whole tables that agree with it.
struct VerdictsByEnumeration {
    /// The verdict on each sensitive cell.
    let verdicts: [Int: AuditVerdict]

    /// Nil where there are more than `most` tables.
    init?(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern, most: Int = 300) {
        guard let whole = WholeTables(system, policy, pattern, most: most) else { return nil }
        let isUnknown = system.cells.indices.map { cell in
            let range = system.known(cell, withheld: pattern.withheld[cell], policy)
            return range.lowerBound < range.upperBound
        }
        var verdicts: [Int: AuditVerdict] = [:]
        let ownCase = OwnCase(system)
        for cell in system.cells.indices where system.isSensitive(cell, policy) {
            let values = whole.values(of: cell).sorted()
            let (least, most) = (values[0], values[values.count - 1])
            let isLeast = system.relations.contains { relation in
                let open = relation.terms.filter { isUnknown[$0.cell] }
                return Self.isSum(open) && open.contains { $0.cell == cell }
                    && open.reduce(0) { $0 + system.cells[$1.cell].value } < policy.leastLineSum
            }
            let isLearnt =
                policy.insider
                && system.cells.indices.contains { own in
                    !ownCase.covers(cell, of: own) && isUnknown[own] && system.cells[own].value == 1
                        && system.cells[own].quantity == .count
                        && Set(whole.tables.lazy.filter { $0[own] == 1 }.map { $0[cell] }).count == 1
                }
            verdicts[cell] =
                values.count == 1
                ? .exact
                : Double(most - least) < system.cells[cell].width(policy)
                    ? .narrow
                    : policy.escape && Double(most) <= system.cells[cell].limit(policy)
                        ? .withinLimit : isLeast ? .smallSum : isLearnt ? .insider : .ok
        }
        self.verdicts = verdicts
    }

    private static func isSum(_ terms: [Relation.Term]) -> Bool {
        terms.allSatisfy { $0.coefficient > 0 } || terms.allSatisfy { $0.coefficient < 0 }
    }
}
