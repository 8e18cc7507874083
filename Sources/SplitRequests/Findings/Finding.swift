import Geography
import LocatedInput

/// Something a municipality should know about the split it asks for.
///
/// A finding names places and never says how many people live there: reports are mailed.
public struct Finding: Hashable, Sendable {
    /// The rule.
    public let kind: FindingKind
    /// What it is about, such as a unit's code: two findings of one kind are about two subjects.
    public let subject: String
    /// Where in the request it was written; `nil` where it follows from the whole of it.
    public let location: SourceLocation?
    /// Its place among the findings of its kind; those of one rank are in order of their subjects.
    public let rank: Int
    let slots: [String: String]
    let translated: [String: Translated<String>]

    /// A finding of `kind` about `subject`, with the slots that the kind has; `translated` are those that are said in
    /// the language of the report.
    public init(
        _ kind: FindingKind, _ subject: String, at location: SourceLocation? = nil, rank: Int = 0,
        _ slots: [String: String] = [:], translated: [String: Translated<String>] = [:]
    ) {
        self.kind = kind
        self.subject = subject
        self.location = location
        self.rank = rank
        self.slots = slots
        self.translated = translated
    }

    /// What its words are filled in with in `language`.
    public func slots(in language: Language) -> [String: String] {
        slots.merging(translated.mapValues { $0[language] }) { own, _ in own }
    }

    /// The same in every round of one request: the rule and what it is about.
    public var id: String { subject.isEmpty ? kind.rawValue : "\(kind.rawValue):\(subject)" }
}

extension Finding: Comparable {
    /// Worst first, then group by group and rule by rule, then by place, rank and subject.
    public static func < (left: Finding, right: Finding) -> Bool {
        if left.kind.severity != right.kind.severity { return left.kind.severity < right.kind.severity }
        if left.kind != right.kind { return left.kind.order < right.kind.order }
        if let first = left.location, let second = right.location, first != second { return first < second }
        if left.rank != right.rank { return left.rank < right.rank }
        return left.subject < right.subject
    }
}

extension FindingKind {
    /// The place among all rules.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
