import LocatedInput

/// Our own table of persons in the parts of districts: `part;district;year;persons`, in the order of district, part and
/// year, under the codes of today.
enum PartsFile {
    /// A record, and where it was written.
    struct Row {
        let key: PartKey
        let persons: Int
        let location: SourceLocation
    }

    /// The table of `parts`, in order.
    static func text(of parts: [PartKey: Int]) -> String {
        var csv = CSVText(header: ["part", "district", "year", "persons"])
        for (key, persons) in parts.sorted(by: { $0.key < $1.key }) {
            csv.append([key.place.part.digits, key.place.district.digits, String(key.year), String(persons)])
        }
        return csv.text
    }

    /// Reads the table in `file`; all faults are reported.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Row] {
        var rows: [Row] = []
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: ["part", "district", "year", "persons"], &diagnostics)
        } each: { record, columns, diagnostics in
            let text = record.located(columns["part"], &diagnostics)
            let part = text.flatMap { PartCode($0.value) }
            if part == nil, let text { diagnostics.emit(.notAPartCode(text)) }
            let district = record.area(columns["district"], &diagnostics)
            let year = record.wholeNumber(columns["year"], &diagnostics)
            let persons = record.wholeNumber(columns["persons"], &diagnostics)
            guard let part, let district, let year, let persons else { return }
            let key = PartKey(place: PartLabels.Place(part: part, district: district), year: year)
            rows.append(Row(key: key, persons: persons, location: record.location(columns["part"])))
        }
        return rows
    }
}
