import LocatedInput

extension Geography {
    /// Reads every city under `folder`, one folder each.
    ///
    /// All faults of all cities are reported; `nil` if there was an error.
    public static func load(from folder: InputFolder, _ diagnostics: inout Diagnostics) -> Geography? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard folder.exists else {
            found.emit(.missingGeography(folder))
            return nil
        }
        let names = folder.folders()
        if names.isEmpty { found.emit(.noCities(folder)) }
        let cities = concurrently(names.count, &found) { index, diagnostics in
            CityReader(folder: folder.folder(names[index]), id: names[index]).read(&diagnostics)
        }.compactMap(\.self)
        if found.hasErrors { return nil }
        checkKommuner(of: cities, in: folder, &found)
        return found.hasErrors ? nil : Geography(cities: cities)
    }

    private static func checkKommuner(of cities: [City], in folder: InputFolder, _ diagnostics: inout Diagnostics) {
        var owners: [KommuneCode: City] = [:]
        for city in cities {
            for kommune in city.kommuner {
                if let owner = owners[kommune.code], owner.id != city.id {
                    diagnostics.emit(.kommuneOfTwoCities(kommune.code, owner.id, in: folder.folder(city.id)))
                }
                owners[kommune.code] = city
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func missingGeography(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "MissingFolder", at: SourceLocation(file: folder.path), "the folder does not exist",
            remedy: "name the folder that holds a folder for each city")
    }

    fileprivate static func noCities(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "NoCities", at: SourceLocation(file: folder.path), "the folder holds no city",
            remedy: "make a folder for each city, with a city.yaml")
    }

    fileprivate static func kommuneOfTwoCities(_ code: KommuneCode, _ owner: String, in folder: InputFolder)
        -> Diagnostic
    {
        Diagnostic(
            .error, "KommuneOfTwoCities", at: SourceLocation(file: folder.file("city.yaml")),
            "kommune \(code) belongs to the city '\(owner)' already", remedy: "name it in one city only")
    }
}
