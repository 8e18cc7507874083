import ArgumentParser
import LocatedInput
import Registers

/// `bydelsprofil deliveries check`
struct DeliveriesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read deliveries and say what was read and what is wrong.",
        discussion: """
            For each register: records, years, the country's total, and how much of each kommune belongs to no district. \
            Every fault is reported, with file and line.

            Example: bydelsprofil deliveries check deliveries
            """)

    @OptionGroup var options: DeliveryOptions

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        var diagnostics = Diagnostics()
        let report = options.report(&diagnostics).map { DeliverySummaryText($0.summary) }
        try CommandOutput.finish(report, diagnostics, asJSON: json, text: \.text)
    }
}

/// The summary, to be shown.
private struct DeliverySummaryText: Encodable {
    struct Unallocated: Encodable {
        let split: String
        let kommune: String
        let percent: Double
    }
    struct Register: Encodable {
        let register: String
        let deliveries: [String]
        let synthetic: Bool
        let lowestGeography: String
        let records: Int
        let firstYear: Int
        let lastYear: Int
        let provisionalYears: [Int]
        let breaks: [Int]
        let estimate: Bool
        let completenessPercent: Double?
        let total: Double?
        let unallocated: [Unallocated]
        let historyCut: [String]
        let nothingDelivered: [String]
        let corrections: Int
    }

    let registers: [Register]
    let synthetic: Bool

    init(_ summary: DeliverySummary) {
        synthetic = summary.isSynthetic
        registers = summary.registers.map { register in
            Register(
                register: register.id.id, deliveries: register.deliveries, synthetic: register.isSynthetic,
                lowestGeography: register.lowestGeography.rawValue, records: register.records,
                firstYear: register.years.lowerBound, lastYear: register.years.upperBound,
                provisionalYears: register.provisionalYears, breaks: register.breaks, estimate: register.isEstimate,
                completenessPercent: register.completeness.map(Self.percent), total: register.total,
                unallocated: register.unallocated.map {
                    Unallocated(
                        split: $0.split.description, kommune: $0.kommune.digits, percent: Self.percent($0.share))
                },
                historyCut: register.cuts, nothingDelivered: register.silent, corrections: register.corrections)
        }
    }

    var text: String {
        registers.map { register in
            var lines = [
                "\(register.register)  \(register.firstYear)–\(register.lastYear)  records: \(register.records)  "
                    + "total: \(register.total.map(Self.number) ?? "none")  by \(register.lowestGeography)"
                    + (register.synthetic ? "  synthetic" : "")
            ]
            if !register.provisionalYears.isEmpty { lines.append("    provisional: \(Self.list(register.provisionalYears))") }
            if !register.breaks.isEmpty { lines.append("    counts something else from: \(Self.list(register.breaks))") }
            if let percent = register.completenessPercent { lines.append("    counted: \(percent) % of forms") }
            if register.estimate { lines.append("    counts are estimates") }
            if register.corrections > 0 { lines.append("    corrections: \(register.corrections)") }
            for part in register.unallocated {
                lines.append("    in no district of \(part.split): \(part.percent) % of kommune \(part.kommune)")
            }
            for cut in register.historyCut { lines.append("    history cut: \(cut)") }
            for silent in register.nothingDelivered { lines.append("    nothing delivered: \(silent)") }
            return lines.map { $0 + "\n" }.joined()
        }.joined()
    }

    private static func list(_ years: [Int]) -> String { years.map(String.init).joined(separator: ", ") }

    /// A share in per cent, with two decimals at most.
    private static func percent(_ share: Double) -> Double { (share * 10_000).rounded() / 100 }

    private static func number(_ total: Double) -> String {
        total == total.rounded() ? String(Int(total)) : String((total * 10).rounded() / 10)
    }
}
