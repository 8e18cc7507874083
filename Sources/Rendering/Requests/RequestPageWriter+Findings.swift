import LocatedInput
import Markup
import SplitRequests

/// What was found, and what it comes to.
extension RequestPageWriter {
    /// The findings of one rule.
    struct FindingGroup {
        let kind: FindingKind
        let findings: [Finding]

        /// What links to the group go to.
        var id: String { kind.rawValue.map { $0 == "." ? "-" : String($0) }.joined() }

        /// True for what could be done better, which stands apart.
        var isAdvice: Bool { kind.group == .advice }

        /// True for findings that tell what could not be judged.
        var tellsOfNoJudgement: Bool { [.noPeople, .noFigures, .refusedFigures, .notJudged].contains(kind) }
    }

    /// The findings rule by rule, worst first.
    func findingGroups() -> [FindingGroup] {
        var groups: [FindingGroup] = []
        for (kind, findings) in Dictionary(grouping: report.findings, by: \.kind) {
            groups.append(FindingGroup(kind: kind, findings: findings.sorted()))
        }
        return groups.sorted { left, right in
            guard let first = left.findings.first, let second = right.findings.first else { return false }
            return first < second
        }
    }

    // MARK: - The decision

    /// The most rules that the decision names.
    private static let mostNamed = 5

    /// What the findings come to and what to do about it.
    func decision(_ groups: [FindingGroup]) throws -> TemplateValue {
        let judged = groups.filter { !$0.tellsOfNoJudgement }
        let worst: ClosedRange<FindingKind.Severity> =
            report.verdict == .approved ? .warning ... .warning : .blocking ... .error
        let named = judged.filter { worst.contains($0.kind.severity) }
        let text = report.verdict == .approved && !named.isEmpty ? "approved-with-warnings" : report.verdict.rawValue
        let more = named.count - Self.mostNamed
        return .object([
            "verdict": .text(try said.verdict(report.verdict)),
            "is-approved": .flag(report.verdict == .approved),
            "is-blocked": .flag(report.verdict == .cannotBePublished),
            "kind": .text(report.verdict.rawValue),
            "text": .text(try words["page.decision.\(text)"]),
            "heading": .text(try words["page.decision.\(report.verdict == .approved ? "to-see" : "to-do")"]),
            "has-tasks": .flag(!named.isEmpty),
            "tasks": .list(try named.prefix(Self.mostNamed).map { try summary(of: $0) }),
            "more": more > 0
                ? .text(try words.phrase("page.decision.more", count: more, ["count": numbers.text(more)]))
                : .flag(false),
            "counts": .list(try counts()),
            "has-not-judged": .flag(groups.contains(where: \.tellsOfNoJudgement)),
            "not-judged": .list(
                try groups.filter(\.tellsOfNoJudgement).map { .text(try said.title(of: $0.kind)) }),
        ])
    }

    /// How many findings there are of each severity.
    private func counts() throws -> [TemplateValue] {
        try FindingKind.Severity.allCases.compactMap { severity in
            let count = report.findings.count { $0.kind.severity == severity }
            guard count > 0 else { return nil }
            return .text(
                try words.phrase(
                    "page.severities.\(severity.rawValue)", count: count, ["count": numbers.text(count)]))
        }
    }

    // MARK: - Rule by rule

    private func summary(of group: FindingGroup) throws -> TemplateValue {
        .object([
            "id": .text("#\(group.id)"),
            "title": .text(try said.title(of: group.kind)),
            "count": .text(numbers.text(group.findings.count)),
            "mend": try said.mend(of: group.kind).map { .text($0) } ?? .flag(false),
        ])
    }

    /// The findings of one rule, as a table where they have places or are many.
    func value(of group: FindingGroup) throws -> TemplateValue {
        let count = group.findings.count
        let shown = group.findings.prefix(RequestPage.most)
        let hasLines = group.findings.contains { $0.location.map { $0.line > 0 } ?? false }
        let texts = try shown.map { try said.says($0).visible }
        let title = try said.title(of: group.kind)
        // A finding without words of its own is said by its title.
        let hasTexts = !hasLines && texts != [title]
        return .object([
            "id": .text(group.id),
            "title": .text(title),
            "subject": .text(try said.group(group.kind.group)),
            "severity": .text(try said.severity(group.kind.severity)),
            "severity-kind": .text(group.kind.severity.rawValue),
            "count": .text(numbers.text(count)),
            "mend": try said.mend(of: group.kind).map { .text($0) } ?? .flag(false),
            "has-lines": .flag(hasLines),
            "has-texts": .flag(hasTexts),
            "round": hasLines || hasTexts ? .flag(false) : try shown.first.map { try round(of: $0) } ?? .flag(false),
            "texts": .list(
                hasTexts
                    ? try zip(shown, texts).map { finding, text in
                        .object(["text": .text(text), "round": try round(of: finding)])
                    } : []),
            "rows": .list(
                hasLines
                    ? try zip(shown, texts).map { finding, text in
                        .object([
                            "line": .text(try place(of: finding)), "text": .text(text),
                            "round": try round(of: finding),
                        ])
                    } : []),
            "cut": count > shown.count
                ? .text(
                    try words.phrase(
                        "page.findings.cut", ["shown": numbers.text(shown.count), "count": numbers.text(count)]))
                : .flag(false),
        ])
    }

    /// The line of the file.
    private func place(of finding: Finding) throws -> String {
        guard let line = finding.location?.line, line > 0 else { return try words["page.findings.whole"] }
        return "\(line)"
    }
}
