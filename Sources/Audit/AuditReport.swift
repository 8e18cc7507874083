/// What the attack came to: a verdict on every sensitive cell, worst first and then in the system's order.
///
/// The counts may be told to anybody; the findings name cells and stay inside the wall.
public struct AuditReport: Hashable, Sendable {
    /// One for each sensitive cell.
    public let findings: [AuditFinding]

    init(_ findings: [AuditFinding]) {
        self.findings = findings.sorted { ($0.verdict, $0.cell) < ($1.verdict, $1.cell) }
    }

    /// Whether nothing was found.
    public var isSafe: Bool { findings.allSatisfy { $0.verdict == .ok } }

    /// How many sensitive cells got `verdict`.
    public func count(_ verdict: AuditVerdict) -> Int {
        findings.count { $0.verdict == verdict }
    }

    /// The sensitive cells that got `verdict`, in the system's order.
    public func cells(_ verdict: AuditVerdict) -> [Int] {
        findings.lazy.filter { $0.verdict == verdict }.map(\.cell)
    }
}
