import Audit
import Cells
import LocatedInput
import Protection

/// What the attack on a pattern came to, to be shown.
struct AuditVerdicts: Encodable {
    struct Verdict: Encodable {
        let verdict: String
        let cells: Int
        /// Their names, where they were asked for.
        let names: [String]?
    }

    let verdicts: [Verdict]
    /// The sensitive cells that a proof doesn't prove to be protected; nil where no proof was given.
    let notProved: Verdict?
    let isSafe: Bool

    /// Nil if there is a fault, which is reported.
    init?(
        _ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern, _ proof: Proof?, names: Bool,
        in file: InputFile,
        _ diagnostics: inout Diagnostics
    ) {
        do {
            let report = try Audit(system, policy, pattern).report()
            func listed(_ word: String, _ cells: [Int], named: Bool) -> Verdict {
                Verdict(verdict: word, cells: cells.count, names: named ? cells.map { system.cells[$0].id } : nil)
            }
            verdicts = AuditVerdict.allCases.map { verdict in
                listed(verdict.rawValue, report.cells(verdict), named: names && verdict != .ok)
            }
            notProved = proof.map { listed("not-proved", $0.verify(system, policy, pattern), named: names) }
            isSafe = report.isSafe && notProved?.cells ?? 0 == 0
        } catch {
            diagnostics.emit(.cannotAudit(error, system, file))
            return nil
        }
    }

    var text: String {
        (verdicts + [notProved].compactMap { $0 }).map { verdict in
            let name = verdict.verdict + String(repeating: " ", count: max(1, 14 - verdict.verdict.count))
            return "\(name)\(verdict.cells)\n" + (verdict.names ?? []).map { "    \($0)\n" }.joined()
        }.joined()
    }
}

extension Diagnostic {
    fileprivate static func cannotAudit(_ fault: AuditFault, _ system: CellSystem, _ file: InputFile) -> Diagnostic {
        let place = SourceLocation(file: file.path)
        switch fault {
        case .patternOfOtherLength:
            return Diagnostic(
                .error, "PatternOfOthers", at: place, "the pattern is of other cells",
                remedy: "take the pattern of these cells")
        case .relationDoesNotHold(let relation):
            return Diagnostic(
                .error, "DoesNotHold", at: place,
                "the relation '\(system.relations[relation].id)' doesn't hold for the cells",
                remedy: "mend the cells' values or the relation")
        case .outsideWhatIsKnown(let cell):
            return Diagnostic(
                .error, "OutsideWhatIsKnown", at: place,
                "the mark of '\(system.cells[cell].id)' tells a reader what isn't so: its value lies outside",
                remedy: "mend known_lo and known_hi, or show zeros that the policy shows")
        case .unsolved:
            return Diagnostic(
                .error, "Unsolved", at: place, "a linear program of the attack could not be solved",
                remedy: "look for numbers of very different sizes, and use a larger unit")
        }
    }
}
