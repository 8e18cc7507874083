/// The verdict on one sensitive cell.
public struct AuditFinding: Hashable, Sendable {
    /// The cell's place in its system.
    public let cell: Int
    /// What the attacker makes of it.
    public let verdict: AuditVerdict

    /// The verdict on the cell at this place.
    public init(_ cell: Int, _ verdict: AuditVerdict) {
        self.cell = cell
        self.verdict = verdict
    }
}
