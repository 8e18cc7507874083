import ArgumentParser
import Foundation
import Geography
import LocatedInput

/// Merges lists and change tables into the tables of a city, or of the country.
struct GeographyImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Merge lists and change tables into the tables of a city or the country.",
        discussion: """
            Reads KLASS code lists, correspondences and change tables (CSV or JSON), and tables with the columns \
            grunnkrets_no, grunnkrets_name, bydel_no and bydel_name. Importing the same files again changes nothing, and \
            a unit that is gone without a word is an error.

            Examples:
              bydelsprofil geography import --city oslo units.csv@2025-01-01 changes.csv@2025-01-01
              bydelsprofil geography import --country units.csv@2025-01-01 kommuner.csv@2025-01-01
            """)

    @Argument(help: ArgumentHelp("A file to read; add @2020-01-01 where it has no date.", valueName: "file"))
    var files: [String]

    @Option(help: "The city's folder.")
    var city: String?

    @Flag(help: "Merge into the tables of the country, which hold every grunnkrets and kommune there is.")
    var country = false

    @Option(help: "The split that districts belong to; the city's first if left out.")
    var split: String?

    @Option(help: ArgumentHelp("The date of files that carry none.", valueName: "date"))
    var date: CalendarDate?

    @Flag(help: "Show what is new, and write nothing.")
    var dryRun = false

    @OptionGroup var options: GeographyOptions

    func validate() throws {
        if country == (city != nil) { throw ValidationError("name a city with --city, or give --country") }
        if country, split != nil { throw ValidationError("the country is not divided: --split goes with --city") }
    }

    func run() throws {
        var diagnostics = Diagnostics()
        let sources = files.map(source)
        let plan =
            if let city {
                GeographyImport(into: options.folder, city: city, split: split).plan(sources, &diagnostics)
            } else {
                CountryImport(into: options.folder).plan(sources, &diagnostics)
            }
        if !dryRun, let plan {
            do { try plan.write() } catch {
                diagnostics.emit(.cannotWrite((city.map(options.folder.folder) ?? options.folder).path))
            }
        }
        try CommandOutput.finish(
            plan.map { ImportReport($0, isDryRun: dryRun) }, diagnostics, asJSON: options.json, text: \.text)
    }

    /// `FILE` or `FILE@DATE`.
    private func source(_ argument: String) -> ImportSource {
        if let mark = argument.lastIndex(of: "@"),
            let date = CalendarDate(String(argument[argument.index(after: mark)...]))
        {
            return ImportSource(path: String(argument[..<mark]), date: date)
        }
        return ImportSource(path: argument, date: date)
    }
}

/// What an import found, to be shown.
private struct ImportReport: Encodable {
    struct Event: Encodable {
        let date: String?
        let kind: String
        let level: String
        let code: String
        let detail: String
    }
    struct Table: Encodable {
        let path: String
        let changed: Bool
    }

    let dryRun: Bool
    let events: [Event]
    let tables: [Table]

    init(_ plan: ImportPlan, isDryRun: Bool) {
        dryRun = isDryRun
        events = plan.entries.map {
            Event(
                date: $0.date?.description, kind: $0.kind.rawValue, level: $0.level, code: $0.code, detail: $0.detail)
        }
        tables = plan.tables.map { Table(path: $0.path, changed: $0.isChanged) }
    }

    /// Events in groups by date, level and kind; a long group is shown in part.
    var text: String {
        let shown = 25
        var lines: [String] = []
        var rest = events[...]
        while let first = rest.first {
            let group = rest.prefix { ($0.date, $0.level, $0.kind) == (first.date, first.level, first.kind) }
            rest = rest.dropFirst(group.count)
            lines.append("\(first.date ?? "always")  \(first.level)  \(first.kind): \(group.count)")
            lines += group.prefix(shown).map { "    \($0.code)  \($0.detail)" }
            if group.count > shown { lines.append("    … and \(group.count - shown) more; --json has them all") }
        }
        for table in tables {
            let verb = table.changed ? (dryRun ? "would be written" : "written") : "unchanged"
            lines.append("\(table.path): \(verb)")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
