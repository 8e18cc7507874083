import Audit
import Cells
import LocatedInput

/// What the attack on a pattern came to, to be shown.
struct AuditVerdicts: Encodable {
    struct Verdict: Encodable {
        let verdict: String
        let cells: Int
        /// Their names, where they were asked for.
        let names: [String]?
    }

    let verdicts: [Verdict]
    let isSafe: Bool

    /// Nil if there is a fault, which is reported.
    init?(
        _ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern, names: Bool, in file: InputFile,
        _ diagnostics: inout Diagnostics
    ) {
        do {
            let report = try Audit(system, policy, pattern).report()
            isSafe = report.isSafe
            verdicts = AuditVerdict.allCases.map { verdict in
                let cells = report.cells(verdict)
                return Verdict(
                    verdict: verdict.rawValue, cells: cells.count,
                    names: names && verdict != .ok ? cells.map { system.cells[$0].id } : nil)
            }
        } catch {
            diagnostics.emit(.cannotAudit(error, system, file))
            return nil
        }
    }

    var text: String {
        verdicts.map { verdict in
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
