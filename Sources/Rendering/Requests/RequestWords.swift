import LocatedInput
import SplitRequests

/// The words of findings.
struct RequestWords {
    private let words: Wording
    init(_ words: Wording) { self.words = words }
    func verdict(_ verdict: Verdict) throws(InputFailure) -> String { try words["verdicts.\(verdict.rawValue)"] }
    func severity(_ severity: FindingKind.Severity) throws(InputFailure) -> String {
        try words["severities.\(severity.rawValue)"]
    }
    func title(of kind: FindingKind) throws(InputFailure) -> String { try words["findings.\(kind.rawValue).title"] }
    func mend(of kind: FindingKind) throws(InputFailure) -> String? {
        let key = "findings.\(kind.rawValue).mend"
        return words.phrases[key] == nil ? nil : try words[key]
    }
    func says(_ finding: Finding) throws(InputFailure) -> String {
        let key = "findings.\(finding.kind.rawValue).says"
        guard words.phrases[key] != nil else { return try title(of: finding.kind) }
        return try words.phrase(key, from: finding.slots)
    }
}
