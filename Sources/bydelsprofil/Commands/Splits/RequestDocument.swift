import Checksum
import LocatedInput
import Rendering
import SplitRequests

/// A report as `--json` shows it.
struct RequestDocument: Encodable {
    struct District: Encodable {
        let code: String
        let name: String
        let units: [String]
    }
    struct Entry: Encodable {
        let id: String
        let rule: String
        let group: String
        let severity: String
        let file: String?
        let line: Int?
        let column: Int?
        let message: String
        let remedy: String?
        /// `new` or `remaining` where an earlier round is known.
        let round: String?
    }

    let kommune: String
    let kommuneName: String
    let date: String
    let file: String
    let sha256: String
    /// The file of units that borders were laid over.
    let units: String?
    let unitsSha256: String?
    let verdict: String
    let districts: [District]
    let findings: [Entry]
    /// How much would be shown, where that was worked out.
    let yield: YieldDocument?
    /// The ids of findings of the earlier round that are gone.
    let fixed: [String]?

    init(_ report: RequestReport, _ text: RequestText, rounds: RequestRounds?) throws {
        kommune = report.request.kommune.digits
        kommuneName = report.kommuneName
        date = report.request.date.description
        file = report.request.file.path
        sha256 = Checksum.sha256(report.request.file.data)
        units = report.request.file.units?.path
        unitsSha256 = (report.request.file.units?.data).map(Checksum.sha256)
        verdict = report.verdict.rawValue
        districts = (report.split?.districts ?? []).map {
            District(code: $0.code.digits, name: $0.name.nb, units: $0.units.map(\.digits))
        }
        let new = rounds.map { Set($0.new) }
        findings = try report.findings.map { finding in
            Entry(
                id: finding.id, rule: finding.kind.rawValue, group: finding.kind.group.rawValue,
                severity: finding.kind.severity.rawValue, file: finding.location?.file, line: finding.location?.line,
                column: finding.location?.column, message: try text.message(finding),
                remedy: try text.remedy(finding.kind),
                round: new.map { $0.contains(finding.id) ? "new" : "remaining" })
        }
        yield = report.yield.map { YieldDocument($0) }
        fixed = rounds?.fixed
    }
}
