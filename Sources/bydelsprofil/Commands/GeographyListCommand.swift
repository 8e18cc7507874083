import ArgumentParser
import Geography
import LocatedInput

/// Shows the cities, their splits and districts.
struct GeographyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show cities, splits and districts with their names and number of units.")

    @Option(help: ArgumentHelp("The date to look at; the newest state of each city if left out.", valueName: "date"))
    var date: CalendarDate?

    @OptionGroup var options: GeographyOptions

    func run() throws {
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: options.folder, &diagnostics)
        try CommandOutput.finish(
            geography.map { GeographyList($0, on: date) }, diagnostics, asJSON: options.json, text: \.text)
    }
}

/// The cities on a date, to be shown.
private struct GeographyList: Encodable {
    struct CityEntry: Encodable {
        let id: String
        let name: String
        let date: String
        let kommune: String?
        let units: Int
        let splits: [SplitEntry]
    }
    struct SplitEntry: Encodable {
        let id: String
        let title: String
        let status: String
        let districts: [DistrictEntry]
    }
    struct DistrictEntry: Encodable {
        let code: String
        let name: String
        let published: Bool
        let units: Int
    }

    let cities: [CityEntry]

    init(_ geography: Geography, on date: CalendarDate?) {
        cities = geography.cities.map { city in
            let date = date ?? city.turningDays.last ?? city.starts
            return CityEntry(
                id: city.id, name: city.name.nb, date: date.description, kommune: city.kommune(on: date)?.digits,
                units: city.units(on: date).count,
                splits: city.splits.map { split in
                    SplitEntry(
                        id: split.id.description, title: split.title[.nb], status: split.status.rawValue,
                        districts: city.balance(of: split, on: date).rows.map { row in
                            DistrictEntry(
                                code: row.district.code.digits, name: row.district.name.nb,
                                published: row.district.isPublished, units: row.units)
                        })
                })
        }
    }

    var text: String {
        var lines: [String] = []
        for city in cities {
            lines.append(
                "\(city.id)  \(city.kommune ?? "no kommune")  \(city.name)  \(city.date)  units: \(city.units)")
            for split in city.splits {
                lines.append("  \(split.id)  \(split.title)  \(split.status)")
                for district in split.districts {
                    let mark = district.published ? "" : "  not published"
                    lines.append("    \(district.code)  \(district.name)  units: \(district.units)\(mark)")
                }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
