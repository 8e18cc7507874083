import Cells
import LinearPrograms
import Parallel

/// An attack on a publication: what a reader who knows every public fact can work out of its sensitive cells.
///
/// The attacker knows all relations, what is shown, and the bounds that ``CellSystem/known(_:withheld:_:)`` tells of what
/// is not. He tries, in this order: exact algebra over a prime field (which cells the relations alone determine), bounds
/// handed on from relation to relation, linear programs for the least and most that each cell can be, the same among
/// whole tables where the policy measures those, sums of lines, and what an insider adds. No code is shared with the
/// protection, but for the model of cells and the door to the solver. See De Wolf and Hundepool in the Handbook on
/// Statistical Disclosure Control (2nd edition, 4.3) for why a publication is audited as a whole.
public struct Audit: Sendable {
    private let system: CellSystem
    private let policy: ProtectionPolicy
    private let pattern: Pattern

    /// An attack on what `pattern` shows of `system`, judged by `policy`.
    public init(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern) {
        self.system = system
        self.policy = policy
        self.pattern = pattern
    }

    /// The verdict on every sensitive cell. A sensitive cell whose number is shown is exact.
    public func report() throws(AuditFault) -> AuditReport {
        let part = try UnknownPart(system, policy, pattern)
        var verdicts: [Int: AuditVerdict] = [:]
        for cell in system.cells.indices where system.isSensitive(cell, policy) { verdicts[cell] = .exact }
        for cell in part.cells where verdicts[cell] != nil { verdicts[cell] = .ok }
        for finding in byAlgebra(part) + bySums(part) + (try byPrograms(part)) {
            if let verdict = verdicts[finding.cell] { verdicts[finding.cell] = min(verdict, finding.verdict) }
        }
        return AuditReport(verdicts.map { AuditFinding($0.key, $0.value) })
    }

    private func byAlgebra(_ part: UnknownPart) -> [AuditFinding] {
        let components = part.components(within: part.known)
        let findings = concurrently(components.count) { number in
            let component = components[number]
            let attack = RankAttack(component)
            let exact = attack.determined.map { AuditFinding(component.cells[$0], .exact) }
            return exact + (policy.insider ? insiders(in: component, attack.tied) : [])
        }
        return findings.flatMap(\.self)
    }

    /// The columns that an insider learns since they are tied to his own.
    private func insiders(in part: UnknownPart, _ tied: [[Int]]) -> [AuditFinding] {
        tied.flatMap { group in
            let insiders = group.filter(part.isOnePerson)
            let learnt = group.filter { column in insiders.contains { !part.isOwnCase(column, of: $0) } }
            return learnt.map { AuditFinding(part.cells[$0], .insider) }
        }
    }

    private func bySums(_ part: UnknownPart) -> [AuditFinding] {
        LineSums(part, policy).exposed.map { AuditFinding(part.cells[$0], .smallSum) }
    }

    private func byPrograms(_ part: UnknownPart) throws(AuditFault) -> [AuditFinding] {
        let bounds = BoundPropagation(part, roundsCounts: policy.wholeNumbers).bounds
        let components = part.components(within: bounds)
        let attacks = concurrently(components.count) { number in
            Result { () throws(AuditFault) in try verdicts(components[number]) }
        }
        var findings: [AuditFinding] = []
        for (column, range) in bounds.enumerated() where range.upperBound - range.lowerBound <= 1e-9 {
            findings.append(AuditFinding(part.cells[column], .exact))
        }
        for (component, attack) in zip(components, attacks) {
            findings += zip(component.cells, try attack.get()).map { AuditFinding($0, $1) }
        }
        return findings
    }

    /// The verdict on each column of one component, `ok` for those that are not sensitive.
    private func verdicts(_ part: UnknownPart) throws(AuditFault) -> [AuditVerdict] {
        var verdicts = Array(repeating: AuditVerdict.ok, count: part.cells.count)
        let sensitive = part.isSensitive.indices.filter { part.isSensitive[$0] }
        guard !sensitive.isEmpty else { return verdicts }
        let program = TableProgram(part)
        var attack = IntervalAttack(part, Demand(policy), program, witnesses: [part.truth])
        try attack.settle(sensitive)
        for column in sensitive { verdicts[column] = attack.verdict(column) }
        guard policy.insider else { return verdicts }
        let insider = InsiderAttack(part, Demand(insider: policy), program, witnesses: attack.witnesses)
        for column in try insider.exposed(of: sensitive.filter { verdicts[$0] == .ok }) { verdicts[column] = .insider }
        return verdicts
    }
}
