import LocatedInput

/// Our own table of totals: `area;year;persons;ages`, everybody in an area and year.
enum TotalsFile {
    /// How the total stands to the figures by age.
    enum Ages: String, CaseIterable {
        /// The ages add up to it.
        case exact
        /// The ages are estimated, and come close.
        case estimated
        /// There are no ages.
        case none
    }

    /// A record, and where it was written.
    struct Row {
        let area: AreaCode
        let year: Int
        let persons: Int
        let ages: Ages
        let location: SourceLocation
    }

    /// Reads the table in `file`; all faults are reported.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Row] {
        var rows: [Row] = []
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: ["area", "year", "persons", "ages"], &diagnostics)
        } each: { record, columns, diagnostics in
            let area = record.area(columns["area"], &diagnostics)
            let year = record.wholeNumber(columns["year"], &diagnostics)
            let persons = record.wholeNumber(columns["persons"], &diagnostics)
            let word = record.text(columns["ages"]) ?? ""
            let ages = Ages(rawValue: word)
            if ages == nil { diagnostics.emit(.unknownAges(word, at: record.location(columns["ages"]))) }
            guard let area, let year, let persons, let ages else { return }
            let location = record.location(columns["area"])
            rows.append(Row(area: area, year: year, persons: persons, ages: ages, location: location))
        }
        return rows
    }
}

extension Diagnostic {
    fileprivate static func unknownAges(_ word: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownChoice", at: location, "'\(word)' does not say how the ages stand to the total",
            remedy: Suggestion.remedy(for: word, among: TotalsFile.Ages.allCases.map(\.rawValue)))
    }
}
