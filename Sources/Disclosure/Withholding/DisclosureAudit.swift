import Audit
import Geography
import Indicators
import Registers

/// What the audit of an edition tried and what it came to, register by register. It names no cell, and no number that
/// would help anybody.
public struct DisclosureAudit: Hashable, Sendable {
    /// The audit of one register.
    public struct Register: Hashable, Sendable {
        /// The register.
        public let register: RegisterID
        /// How many counts the attacker's system has, shown or not.
        public let cells: Int
        /// How many relations tie them together.
        public let relations: Int
        /// How many figures have a number.
        public let figures: Int
        /// How many of them are shown.
        public let shown: Int
        /// How many counts an attacker learns more of than the rules allow.
        public let findings: Int

        init(_ cells: RegisterCells, _ report: AuditReport, _ shown: Set<FigureKey>) {
            register = cells.register
            self.cells = cells.system.cells.count
            relations = cells.system.relations.count
            figures = cells.figures.count
            self.shown = cells.figures.count { shown.contains($0.key) }
            findings = report.findings.count { $0.verdict != .ok }
        }
    }

    /// The registers, by id; those that their owners have published are not among them.
    public let registers: [Register]
}
