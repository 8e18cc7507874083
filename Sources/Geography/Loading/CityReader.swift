import LocatedInput

/// Reads the folder of one city.
struct CityReader {
    let folder: InputFolder
    let id: String

    /// The city; all faults are reported, and `nil` if its definition cannot be used at all.
    func read(_ diagnostics: inout Diagnostics) -> City? {
        guard FolderName.check(folder, named: id, &diagnostics), let definition = definition(&diagnostics) else {
            return nil
        }
        let units = folder.rows(of: "units.csv", &diagnostics, Unit.rows)
        let lives = UnitLives(units.map(\.value))
        UnitChecks(units: units).run(&diagnostics)
        let changes = folder.rows(of: "changes.csv", &diagnostics, UnitChange.rows)
        ChangeChecks(changes: changes, lives: lives).run(&diagnostics)
        let tracing = UnitTracing(changes.map(\.value))
        let tiles = folder.has("tiles.csv") ? folder.rows(of: "tiles.csv", &diagnostics, Tile.rows) : []
        let known = KnownPlaces(lives: lives, kommuner: definition.kommuner)
        let splits = splitNames(definition, &diagnostics).compactMap { name in
            SplitReader(
                folder: splitsFolder.folder(name), id: SplitID(city: id, split: name), known: known,
                tiles: tiles.map(\.value)
            ).read(tracing, siblings: definition.splits.map(\.value), &diagnostics)
        }
        TileChecks(tiles: tiles, splits: splits).run(&diagnostics)
        return City(definition, units: units.map(\.value), tiles: tiles.map(\.value), splits: splits, tracing: tracing)
    }

    private var splitsFolder: InputFolder { folder.folder("splits") }

    /// What `city.yaml` says; `nil` if something that it needs is missing.
    func definition(_ diagnostics: inout Diagnostics) -> CityDefinition? {
        guard let file = InputFile(reading: folder.file("city.yaml"), &diagnostics),
            let top = YAMLValue(file, &diagnostics)?.mapping(&diagnostics)
        else { return nil }
        top.allow(
            ["name", "also", "kommuner", "default_language", "starts", "splits", "source", "licence"], &diagnostics)
        let name = top.placeName("name", &diagnostics)
        let also = top["also"]?.strings(&diagnostics)?.compactMap { NameText.check($0, &diagnostics) } ?? []
        let kommuner = self.kommuner(top, &diagnostics)
        let language = top.choice("default_language", of: Language.self, &diagnostics)
        let starts = top.mapping("starts", &diagnostics)
        starts?.allow(["date", "because"], &diagnostics)
        let date = starts?.date("date", &diagnostics)
        let because = starts?.translated("because", &diagnostics)
        let splits = top.required("splits", &diagnostics)?.strings(&diagnostics)
        let source = top.translated("source", &diagnostics)
        let licence = top.string("licence", &diagnostics)
        guard let name, let language, let date, let because, let splits, let source, let licence else { return nil }
        return CityDefinition(
            id: id, name: name, otherNames: also, kommuner: kommuner, defaultLanguage: language.value, starts: date,
            startsBecause: because, splits: splits, source: source, licence: licence.value)
    }

    private func kommuner(_ top: YAMLMapping, _ diagnostics: inout Diagnostics) -> [Kommune] {
        let entries = top.required("kommuner", &diagnostics)?.sequence(&diagnostics) ?? []
        var found: [Kommune] = []
        for entry in entries {
            guard let mapping = entry.mapping(&diagnostics) else { continue }
            mapping.allow(["code", "valid_from", "valid_to"], &diagnostics)
            guard let text = mapping.string("code", &diagnostics), let validity = mapping.validity(&diagnostics) else {
                continue
            }
            guard let code = KommuneCode(text.value) else {
                diagnostics.emit(.notAKommune(text))
                continue
            }
            if let other = found.first(where: { $0.validity.overlaps(validity) }) {
                diagnostics.emit(.overlappingKommuner(code, other.code, at: text.location))
            }
            found.append(Kommune(code: code, validity: validity))
        }
        return found
    }

    private func splitNames(_ definition: CityDefinition, _ diagnostics: inout Diagnostics) -> [String] {
        let folders = splitsFolder.folders()
        for name in definition.splits where !folders.contains(name.value) {
            diagnostics.emit(.unknownSplit(name, among: folders))
        }
        for name in folders where !definition.splits.contains(where: { $0.value == name }) {
            diagnostics.emit(.unlistedSplit(name, in: folder.file("city.yaml")))
        }
        return definition.splits.map(\.value).filter(folders.contains)
    }
}

extension Diagnostic {
    fileprivate static func notAKommune(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotACode", at: text.location, "'\(text.value)' is no code of a kommune (four digits)",
            remedy: "write every digit, leading zeros too")
    }

    fileprivate static func overlappingKommuner(_ code: KommuneCode, _ other: KommuneCode, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "OverlappingKommuner", at: location, "the city is kommune \(code) and kommune \(other) on one day",
            remedy: "let the older end (valid_to) on the day the newer begins (valid_from)")
    }

    fileprivate static func unknownSplit(_ name: Located<String>, among folders: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownSplit", at: name.location, "there is no folder splits/\(name.value)",
            remedy: Suggestion.remedy(for: name.value, among: folders))
    }

    fileprivate static func unlistedSplit(_ name: String, in path: String) -> Diagnostic {
        Diagnostic(
            .error, "UnlistedSplit", at: SourceLocation(file: path), "the folder splits/\(name) is not among 'splits'",
            remedy: "list it where the site should show it, or remove the folder")
    }
}
