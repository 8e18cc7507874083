import Audit
import Cells
import TestSupport
import Testing

/// An attack with a name: a small system, what the ordinary rule would have published of it, and what a reader then works
/// out.
struct AttackCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// The system to protect.
    let system: CellSystem
    let policy: ProtectionPolicy
    /// The system as the ordinary publication leaves it; another than `system` only where its marks tell something.
    let naiveSystem: CellSystem
    /// What the ordinary publication withholds.
    let naive: Pattern
    /// The verdicts that are not `ok`, by cell name, worked out by hand.
    let expected: [String: AuditVerdict]

    init(
        _ name: String, _ system: CellSystem, _ policy: ProtectionPolicy = ProtectionPolicy(),
        naiveSystem: CellSystem? = nil, withholding withheld: Set<String>, expecting expected: [String: AuditVerdict]
    ) {
        self.name = name
        self.system = system
        self.policy = policy
        self.naiveSystem = naiveSystem ?? system
        naive = Pattern(system.cells.map { withheld.contains($0.id) })
        self.expected = expected
    }

    var testDescription: String { name }

    /// A line of cells with its total.
    static func line(_ values: KeyValuePairs<String, Double>, total: String) -> CellSystem {
        var builder = SystemBuilder()
        builder.add(values)
        builder.sum(total, of: values.map(\.key))
        return builder.system
    }

    static let all =
        withinOneTable + amongTables + amongDistricts + overTime + byFiguresMadeOfCounts + byWhatReadersKnow
}
