import LocatedInput

/// Merges files of the outside world into the tables of a city.
///
/// A list says what was so on its date. A row holds from the date of the first list that tells of it until the date of
/// the first list that tells otherwise. What the tables already say is kept where no list says otherwise, so importing
/// the same files again changes nothing. Tables that are missing are taken to be empty.
public struct GeographyImport: Sendable {
    private let folder: InputFolder
    private let city: String
    private let split: String?

    /// An import into the folder of `city` under `geography`; districts go to `split`, or to the city's first.
    public init(into geography: InputFolder, city: String, split: String? = nil) {
        folder = geography.folder(city)
        self.city = city
        self.split = split
    }

    /// Reads `sources` and works out the new tables, without writing them; diagnostics and `nil` if there are errors,
    /// among them a unit that would be lost because no change says what became of it.
    public func plan(_ sources: [ImportSource], _ diagnostics: inout Diagnostics) -> ImportPlan? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let definition = CityReader(folder: folder, id: city).definition(&found),
            let splitFolder = splitFolder(definition, &found)
        else { return nil }
        let before = tables(splitFolder, &found)
        var facts = ImportFacts()
        for source in sources { facts.read(source, &found) }
        facts.leaveOut(before: definition.starts)
        if found.hasErrors { return nil }
        let merge = CityMerge(definition: definition, before: before, facts: facts)
        if !merge.tellsOfCity { found.emit(.nothingOfCity(city, sources.first?.path ?? folder.path)) }
        let after = merge.merged(&found)
        check(after, definition, splitFolder, &found)
        let members = Dictionary(grouping: after.members, by: \.unit)
        SharingChecks(before: before.changes, after: after.changes, path: folder.file("changes.csv")) { unit, date in
            members[unit]?.first { $0.validity.contains(date) }?.district
        }.run(&found)
        if found.hasErrors { return nil }
        return ImportPlan(
            entries: ImportComparison(before: before, after: after).entries.sorted(),
            tables: [
                ImportPlan.Table(folder.file("units.csv"), after.own.unitsText),
                ImportPlan.Table(folder.file("changes.csv"), after.own.changesText),
                ImportPlan.Table(splitFolder.file("districts.csv"), after.districtsText),
                ImportPlan.Table(splitFolder.file("members.csv"), after.membersText),
            ])
    }

    private func splitFolder(_ definition: CityDefinition, _ diagnostics: inout Diagnostics) -> InputFolder? {
        let known = definition.splits.map(\.value)
        guard let name = split ?? known.first, known.contains(name) else {
            diagnostics.emit(.unknownSplit(split ?? "", among: known, in: folder.file("city.yaml")))
            return nil
        }
        let splitFolder = folder.folder("splits").folder(name)
        if splitFolder.exists { return splitFolder }
        diagnostics.emit(.missingSplitFolder(splitFolder))
        return nil
    }

    private func tables(_ splitFolder: InputFolder, _ diagnostics: inout Diagnostics) -> CityTables {
        func rows<Row>(
            _ name: String, _ folder: InputFolder, _ read: (InputFile, inout Diagnostics) -> [Located<Row>]
        ) -> [Row] {
            folder.has(name) ? folder.rows(of: name, &diagnostics, read).map(\.value) : []
        }
        return CityTables(
            units: rows("units.csv", folder, Unit.rows), changes: rows("changes.csv", folder, UnitChange.rows),
            districts: rows("districts.csv", splitFolder, District.rows),
            members: rows("members.csv", splitFolder, Membership.rows))
    }

    /// The rules that every table keeps, on the tables as they would be written.
    private func check(
        _ tables: CityTables, _ definition: CityDefinition, _ splitFolder: InputFolder,
        _ diagnostics: inout Diagnostics
    ) {
        let units = Unit.rows(
            InputFile(path: folder.file("units.csv"), text: tables.own.unitsText), &diagnostics)
        let changes = UnitChange.rows(
            InputFile(path: folder.file("changes.csv"), text: tables.own.changesText), &diagnostics)
        let districts = District.rows(
            InputFile(path: splitFolder.file("districts.csv"), text: tables.districtsText), &diagnostics)
        let members = Membership.rows(
            InputFile(path: splitFolder.file("members.csv"), text: tables.membersText), &diagnostics)
        let lives = UnitLives(tables.units)
        UnitChecks(units: units).run(&diagnostics)
        ChangeChecks(changes: changes, lives: lives).run(&diagnostics)
        MemberChecks(
            members: members, districts: districts, known: KnownPlaces(lives: lives, kommuner: definition.kommuner)
        ).run(&diagnostics)
        DistrictChecks(districts: districts, members: tables.members).run(&diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func unknownSplit(_ name: String, among known: [String], in path: String) -> Diagnostic {
        Diagnostic(
            .error, "UnknownSplit", at: SourceLocation(file: path), "the city has no split '\(name)'",
            remedy: Suggestion.remedy(for: name, among: known))
    }

    fileprivate static func missingSplitFolder(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "MissingFolder", at: SourceLocation(file: folder.path), "the split's folder does not exist",
            remedy: "make it, with a split.yaml")
    }

    fileprivate static func nothingOfCity(_ city: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, "NothingOfCity", at: SourceLocation(file: path),
            "the files tell nothing of the kommuner of '\(city)' since its tables begin",
            remedy: "check --city, and the kommuner and 'starts' in city.yaml")
    }
}
