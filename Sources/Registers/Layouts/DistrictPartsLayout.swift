import LocatedInput

/// A record per year and part of a district: `year;kommune_no;kommune_name;delomraade_no;delomraade_name;bydel_no;
/// bydel_name;population`. A part that lies in two districts has a record in each.
enum DistrictPartsLayout {
    private static let columns = [
        "year", "kommune_no", "kommune_name", "delomraade_no", "delomraade_name", "bydel_no", "bydel_name",
        "population",
    ]

    /// Reads `file`, whose parts are described in `labels`, from `firstYear` on; all faults are reported.
    static func read(
        _ file: InputFile, labels: PartLabels, from firstYear: Int, _ diagnostics: inout Diagnostics
    ) -> [PartKey: Int] {
        var parts: [PartKey: Int] = [:]
        let separator = HeaderSearch(file).line(naming: ["year", "delomraade_no", "bydel_no"])?.separator ?? ";"
        CSVTable(file, dialect: CSVDialect(separator: separator)).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: columns, &diagnostics)
        } each: { record, columns, diagnostics in
            guard let year = record.wholeNumber(columns["year"], &diagnostics), year >= firstYear,
                let part = record.located(columns["delomraade_no"], &diagnostics),
                let district = record.located(columns["bydel_no"], &diagnostics),
                let cell = CountCell(record, columns["population"], &diagnostics)
            else { return }
            let label = PartLabels.Label(part: part.value, district: district.value)
            guard let meaning = labels.meaning(of: label, in: year) else {
                diagnostics.emit(.unknownPart(part, in: district.value, year, labels.path))
                return
            }
            guard let place = meaning.place, case .count(let count) = cell else { return }
            let key = PartKey(place: place, year: year)
            if parts.updateValue(count, forKey: key) != nil {
                diagnostics.emit(.doubledPart(part, in: district.value, year))
            }
        }
        return parts
    }
}

extension Diagnostic {
    fileprivate static func unknownPart(_ part: Located<String>, in district: String, _ year: Int, _ path: String)
        -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownPart", at: part.location,
            "part '\(part.value)' of district '\(district)' is not described for \(year)",
            remedy: "describe it in \(path), with an empty district of today if it is to be left out")
    }

    fileprivate static func doubledPart(_ part: Located<String>, in district: String, _ year: Int) -> Diagnostic {
        Diagnostic(
            .error, "DoubledFigure", at: part.location,
            "part '\(part.value)' of district '\(district)' has two figures for \(year)",
            remedy: "remove one of the records, or mend the description of the parts")
    }
}
