/// The verdict on one sensitive cell.
public struct AuditFinding: Hashable, Sendable {
    /// The cell's place in its system.
    public let cell: Int
    public let verdict: AuditVerdict

    public init(_ cell: Int, _ verdict: AuditVerdict) {
        self.cell = cell
        self.verdict = verdict
    }
}
