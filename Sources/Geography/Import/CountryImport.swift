import Foundation
import LocatedInput

/// Merges files of the outside world into the tables of the country: every grunnkrets and kommune there is.
///
/// Works as ``GeographyImport`` does, and takes a list to hold all there is in the country on its date.
public struct CountryImport: Sendable {
    private let folder: InputFolder

    /// An import into the tables in `geography`, beside the folders of the cities. `register.yaml` must be there.
    public init(into geography: InputFolder) { folder = geography }

    /// Reads `sources` and works out the new tables, without writing them; diagnostics and `nil` if there are errors,
    /// among them a unit that would be lost because no change says what became of it.
    public func plan(_ sources: [ImportSource], _ diagnostics: inout Diagnostics) -> ImportPlan? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let file = InputFile(reading: folder.file("register.yaml"), &found),
            let definition = RegisterDefinition(file, &found)
        else { return nil }
        let before = tables(&found)
        var facts = ImportFacts(wantsKommuner: true)
        for source in sources { facts.read(source, &found) }
        facts.leaveOut(before: definition.lists.lowerBound)
        if found.hasErrors { return nil }
        guard let last = facts.days.max() else {
            found.emit(.nothingOfCountry(sources.first?.path ?? folder.path, definition.lists.lowerBound))
            return nil
        }
        let after = CountryMerge(before: before, facts: facts).merged(&found)
        let lists = definition.lists.lowerBound...max(last, definition.lists.upperBound)
        check(after, lists, &found)
        SharingChecks(
            before: before.own.changes, after: after.own.changes, path: folder.file("changes.csv")
        ) { _, _ in nil }.run(&found)
        if found.hasErrors { return nil }
        return ImportPlan(
            entries: ImportComparison(before: before, after: after).entries.sorted(),
            tables: [
                ImportPlan.Table(folder.file("units.csv"), after.own.unitsText),
                ImportPlan.Table(folder.file("changes.csv"), after.own.changesText),
                ImportPlan.Table(folder.file("kommuner.csv"), KommuneName.text(of: after.kommuner)),
                ImportPlan.Table(
                    folder.file("register.yaml"), definition.text(of: file, withLastList: lists.upperBound)),
            ])
    }

    private func tables(_ diagnostics: inout Diagnostics) -> CountryTables {
        func rows<Row>(_ name: String, _ read: (InputFile, inout Diagnostics) -> [Located<Row>]) -> [Row] {
            folder.has(name) ? folder.rows(of: name, &diagnostics, read).map(\.value) : []
        }
        return CountryTables(
            own: UnitTables(
                units: rows("units.csv", Unit.rows), changes: rows("changes.csv", UnitChange.rows)),
            kommuner: rows("kommuner.csv", KommuneName.rows))
    }

    /// The rules that the tables keep, on the tables as they would be written.
    private func check(
        _ tables: CountryTables, _ lists: ClosedRange<CalendarDate>, _ diagnostics: inout Diagnostics
    ) {
        func file(_ name: String, _ text: String) -> InputFile { InputFile(path: folder.file(name), text: text) }
        RegisterChecks(
            units: Unit.rows(file("units.csv", tables.own.unitsText), &diagnostics),
            changes: UnitChange.rows(file("changes.csv", tables.own.changesText), &diagnostics),
            kommuner: KommuneName.rows(file("kommuner.csv", KommuneName.text(of: tables.kommuner)), &diagnostics),
            lists: lists
        ).run(&diagnostics)
    }
}

extension RegisterDefinition {
    /// The text of `file`, which holds this, with another day of the last list.
    fileprivate func text(of file: InputFile, withLastList date: CalendarDate) -> String {
        var lines = String(decoding: file.data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        guard lines.indices.contains(lastList.line - 1) else { return lines.joined(separator: "\n") }
        let line = lines[lastList.line - 1]
        let before = line.prefix(lastList.column - 1)
        let rest = line.dropFirst(before.count).replacing(
            lists.upperBound.description, with: date.description, maxReplacements: 1)
        lines[lastList.line - 1] = String(before) + String(rest)
        return lines.joined(separator: "\n")
    }
}

extension Diagnostic {
    fileprivate static func nothingOfCountry(_ path: String, _ first: CalendarDate) -> Diagnostic {
        Diagnostic(
            .error, "NothingOfCountry", at: SourceLocation(file: path),
            "the files tell nothing of any day from \(first) on", remedy: "check the days of the files")
    }
}
