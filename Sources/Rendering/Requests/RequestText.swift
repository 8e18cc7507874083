import Geography
import LocatedInput
import SplitRequests

/// A report in a few lines, worst first, for a terminal; and what JSON needs in words.
public struct RequestText: Sendable {
    /// The most lines of a report.
    static let lines = 20
    /// The most subjects of one rule that are named in a line.
    static let subjects = 5

    private let wording: Wording

    /// Words of `wording`, one of those of `templates/requests`.
    public init(_ wording: Wording) { self.wording = wording }

    private var words: RequestWords { RequestWords(wording) }

    /// The verdict in words.
    public func verdict(_ verdict: Verdict) throws(InputFailure) -> String { try words.verdict(verdict) }

    /// What a finding says.
    public func message(_ finding: Finding) throws(InputFailure) -> String { try words.says(finding) }

    /// How it is mended; `nil` where nothing must be done.
    public func remedy(_ kind: FindingKind) throws(InputFailure) -> String? { try words.mend(of: kind) }

    /// One line: the municipality, its districts, the verdict and the worst rule.
    public func line(_ report: RequestReport) throws(InputFailure) -> String {
        let worst = report.findings.first { $0.kind.severity < .note }
        let parts = [
            "\(report.request.kommune) \(report.kommuneName)", try size(report), try words.verdict(report.verdict),
            try worst.map { finding throws(InputFailure) in try words.title(of: finding.kind) } ?? "",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// At most twenty lines. `rounds` tells what has become of the findings of an earlier round.
    public func summary(_ report: RequestReport, rounds: RequestRounds?) throws(InputFailure) -> [String] {
        let head = "\(report.kommuneName) (\(report.request.kommune)), \(report.request.date)"
        let size = try size(report)
        var lines = [size.isEmpty ? head : "\(head): \(size)", try words.verdict(report.verdict)]
        if let rounds {
            lines.append(
                try wording.phrase(
                    "terminal.rounds",
                    [
                        "fixed": "\(rounds.fixed.count)", "new": "\(rounds.new.count)",
                        "remaining": "\(rounds.remaining.count)",
                    ]))
        }
        if let table = report.yield { lines.append(try yield(table)) }
        var groups: [(kind: FindingKind, findings: [Finding])] = []
        for finding in report.findings {
            if groups.last?.kind == finding.kind {
                groups[groups.count - 1].findings.append(finding)
            } else {
                groups.append((finding.kind, [finding]))
            }
        }
        for (index, group) in groups.enumerated() {
            let block = try self.lines(of: group.kind, group.findings)
            let isLast = index == groups.count - 1
            if lines.count + block.count + (isLast ? 0 : 1) > Self.lines {
                lines.append(try wording.phrase("terminal.more", ["count": "\(groups.count - index)"]))
                break
            }
            lines += block
        }
        return lines
    }

    private func size(_ report: RequestReport) throws(InputFailure) -> String {
        guard let split = report.split else { return "" }
        let units = split.districts.map(\.units.count).reduce(0, +)
        return try wording.phrase("terminal.size", ["districts": "\(split.districts.count)", "units": "\(units)"])
    }

    /// How much would be shown, and how much is shown of the districts that are published.
    private func yield(_ table: YieldTable) throws(InputFailure) -> String {
        let shares = table.average.whole
        let own = try wording.phrase(
            "terminal.yield",
            [
                "shown": "\(shares.shown)", "left-out": "\(shares.leftOut)", "unavailable": "\(shares.unavailable)",
            ])
        let published = try table.published.map { published throws(InputFailure) in
            try wording.phrase(
                "terminal.yield-today",
                ["split": published.title[wording.language], "shown": "\(published.today.whole.shown)"])
        }
        return ([own] + published).joined(separator: "; ")
    }

    private func lines(of kind: FindingKind, _ findings: [Finding]) throws(InputFailure) -> [String] {
        let head = "\(try words.severity(kind.severity)): \(try words.title(of: kind))"
        if findings.count == 1, let only = findings.first {
            let says = try words.says(only)
            let place = only.location.map { " (\($0))" } ?? ""
            return says == (try words.title(of: kind)) ? [head + place] : [head, "    \(says)\(place)"]
        }
        let named = findings.prefix(Self.subjects).map { finding in
            finding.location.map { "\(finding.subject) (\($0.line))" } ?? finding.subject
        }
        let rest = findings.count > Self.subjects ? " …" : ""
        return ["\(head) (\(findings.count))", "    \(named.joined(separator: ", "))\(rest)"]
    }
}

extension RequestText {
    /// The phrases that findings may ask for.
    public static var keys: [String] {
        Verdict.allCases.map { "verdicts.\($0.rawValue)" }
            + FindingKind.Severity.allCases.map { "severities.\($0.rawValue)" }
            + FindingGroup.allCases.map { "groups.\($0.rawValue)" }
            + FindingKind.allCases.map { "findings.\($0.rawValue).title" }
    }
}
