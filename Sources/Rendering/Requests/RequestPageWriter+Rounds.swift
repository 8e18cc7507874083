import LocatedInput
import Markup
import SplitRequests

/// What has become of the findings of an earlier round.
extension RequestPageWriter {
    /// How many are fixed, new and remaining, and which are fixed; nothing in a first round.
    func roundsValue() throws -> TemplateValue {
        guard let rounds else { return .flag(false) }
        var fixed: [(kind: String, subjects: [String])] = []
        for id in rounds.fixed {
            let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
            let kind = parts.first ?? id
            if fixed.last?.kind != kind { fixed.append((kind, [])) }
            if parts.count > 1 { fixed[fixed.count - 1].subjects.append(parts[1].visible) }
        }
        return .object([
            "summary": .text(
                try words.phrase(
                    "page.rounds.summary",
                    [
                        "fixed": numbers.text(rounds.fixed.count), "new": numbers.text(rounds.new.count),
                        "remaining": numbers.text(rounds.remaining.count),
                    ])),
            "has-fixed": .flag(!fixed.isEmpty),
            "fixed": .list(
                try fixed.map { kind, subjects in
                    let named = subjects.prefix(Self.mostFixed).joined(separator: ", ")
                    return .object([
                        // The earlier round may be that of another program, with rules that this one doesn't have.
                        "title": .text(try FindingKind(rawValue: kind).map { try said.title(of: $0) } ?? kind.visible),
                        "subjects": named.isEmpty
                            ? .flag(false) : .text(subjects.count > Self.mostFixed ? named + " …" : named),
                    ])
                }),
        ])
    }

    /// The most findings of one rule that are named among those that are fixed.
    private static let mostFixed = 20

    /// Whether a finding is new or remains; nothing in a first round.
    func round(of finding: Finding) throws -> TemplateValue {
        guard let new else { return .flag(false) }
        return .text(try words[new.contains(finding.id) ? "page.rounds.new" : "page.rounds.remaining"])
    }
}
