import ArgumentParser
import Geography
import LocatedInput

/// Counts units by district and date, and checks that none is left over.
struct GeographyBalanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance", abstract: "Count units by district, and check that each lies in exactly one.",
        discussion:
            "Without --date, every day on which anything changed is looked at. Exits with 1 if it doesn't add up.")

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Dates to look at instead of those of each change.", valueName: "date"))
    var date: [CalendarDate] = []

    @OptionGroup var options: GeographyOptions

    func run() throws {
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: options.folder, &diagnostics)
        let report = geography.map { BalanceReport($0, on: date) }
        try CommandOutput.finish(report, diagnostics, asJSON: options.json, text: \.text)
        if let report, !report.balanced { throw ExitStatus.findings.code }
    }
}

/// The counts, to be shown.
private struct BalanceReport: Encodable {
    struct Row: Encodable {
        let code: String
        let name: String
        let units: Int
    }
    struct Entry: Encodable {
        let split: String
        let date: String
        let cityUnits: Int
        let districts: [Row]
        let unplaced: [String]
        let balanced: Bool
    }

    let balanced: Bool
    let entries: [Entry]

    init(_ geography: Geography, on dates: [CalendarDate]) {
        entries = geography.cities.flatMap { city in
            city.splits.flatMap { split in
                (dates.isEmpty ? city.turningDays : dates).map { date in
                    let balance = city.balance(of: split, on: date)
                    return Entry(
                        split: split.id.description, date: date.description, cityUnits: balance.cityUnits,
                        districts: balance.rows.map {
                            Row(code: $0.district.code.digits, name: $0.district.name.nb, units: $0.units)
                        },
                        unplaced: balance.unplaced.map(\.digits), balanced: balance.isBalanced)
                }
            }
        }
        balanced = entries.allSatisfy(\.balanced)
    }

    var text: String {
        var lines: [String] = []
        for entry in entries {
            let verdict = entry.balanced ? "balanced" : "NOT BALANCED"
            lines.append("\(entry.split)  \(entry.date)  units: \(entry.cityUnits)  \(verdict)")
            lines += entry.districts.map { "    \($0.code)  \($0.name): \($0.units)" }
            if !entry.unplaced.isEmpty {
                lines.append("    in no district: \(entry.unplaced.joined(separator: " "))")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
