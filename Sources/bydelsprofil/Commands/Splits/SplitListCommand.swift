import ArgumentParser
import Geography
import LocatedInput

/// `bydelsprofil split list`
struct SplitListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show every split with its status, its districts and who asked for it.")

    @Option(help: ArgumentHelp("The date to look at; the newest state of each city if left out.", valueName: "date"))
    var date: CalendarDate?

    @OptionGroup var options: GeographyOptions

    func run() throws {
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: options.folder, &diagnostics)
        try CommandOutput.finish(
            geography.map { SplitList($0, on: date) }, diagnostics, asJSON: options.json, text: \.text)
    }
}

/// The splits on a date, to be shown.
private struct SplitList: Encodable {
    struct Entry: Encodable {
        let id: String
        let kommune: String?
        let title: String
        let status: String
        let districts: Int
        let requestedBy: String
        let beside: [String]
    }

    let splits: [Entry]

    init(_ geography: Geography, on date: CalendarDate?) {
        splits = geography.cities.flatMap { city in
            let date = date ?? city.turningDays.last ?? city.starts
            return city.splits.map { split in
                Entry(
                    id: split.id.description, kommune: city.kommune(on: date)?.digits, title: split.title[.nb],
                    status: split.status.rawValue, districts: split.districts(on: date).count,
                    requestedBy: split.requestedBy, beside: (split.supplements + split.replaces).map(\.description))
            }
        }
    }

    var text: String {
        splits.map { split in
            let beside = split.beside.isEmpty ? "" : "  beside \(split.beside.joined(separator: ", "))"
            return "\(split.id)  \(split.kommune ?? "no kommune")  \(split.title)  \(split.status)  districts: "
                + "\(split.districts)  asked for by \(split.requestedBy)\(beside)\n"
        }.joined()
    }
}
