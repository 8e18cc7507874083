import LocatedInput
import SplitRequests

/// The words of findings, from `templates/requests`.
struct RequestWords {
    private let words: Wording

    /// What `words` say.
    init(_ words: Wording) { self.words = words }

    /// The verdict.
    func verdict(_ verdict: Verdict) throws(InputFailure) -> String { try words["verdicts.\(verdict.rawValue)"] }

    /// How bad a finding is.
    func severity(_ severity: FindingKind.Severity) throws(InputFailure) -> String {
        try words["severities.\(severity.rawValue)"]
    }

    /// What a finding is about.
    func group(_ group: FindingGroup) throws(InputFailure) -> String { try words["groups.\(group.rawValue)"] }

    /// What all findings of a rule have in common.
    func title(of kind: FindingKind) throws(InputFailure) -> String { try words["findings.\(kind.rawValue).title"] }

    /// How findings of a rule are mended; `nil` where nothing must be done.
    func mend(of kind: FindingKind) throws(InputFailure) -> String? {
        let key = "findings.\(kind.rawValue).mend"
        return words.phrases[key] == nil ? nil : try words[key]
    }

    /// What a finding says; its rule's title where it has no words of its own.
    func says(_ finding: Finding) throws(InputFailure) -> String {
        let key = "findings.\(finding.kind.rawValue).says"
        guard words.phrases[key] != nil else { return try title(of: finding.kind) }
        return try words.phrase(key, from: finding.slots(in: words.language))
    }
}
