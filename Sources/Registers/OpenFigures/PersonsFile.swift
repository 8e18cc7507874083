import LocatedInput

/// Our own table of persons: `area;year;sex;0;1;…;105`, a record per area, year and sex, in that order.
enum PersonsFile {
    /// A record, and where it was written.
    struct Row {
        let key: PersonsDraft.Key
        let persons: [Int]
        let location: SourceLocation
    }

    private static let ages = (0...PopulationTable.lastAge).map(String.init)
    private static let columns = ["area", "year", "sex"] + ages

    /// The table of `draft`, in order; rows that lack an age are not written.
    static func text(of draft: PersonsDraft) -> String {
        var csv = CSVText(header: columns)
        for key in draft.rows.keys.sorted() {
            let persons = draft.rows[key]?.persons.compactMap { $0 } ?? []
            guard persons.count == ages.count else { continue }
            csv.append([key.area.digits, String(key.year), String(key.sex.rawValue)] + persons.map(String.init))
        }
        return csv.text
    }

    /// Reads the table in `file`; all faults are reported.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Row] {
        var rows: [Row] = []
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: columns, &diagnostics).map { found in columns.map { found[$0] } }
        } each: { record, columns, diagnostics in
            let area = record.area(columns[0], &diagnostics)
            let year = record.wholeNumber(columns[1], &diagnostics)
            let sex = record.sex(columns[2], &diagnostics)
            var persons: [Int] = []
            persons.reserveCapacity(ages.count)
            for index in columns[3...] {
                if let count = record.wholeNumber(index, &diagnostics) { persons.append(count) }
            }
            guard let area, let year, let sex, persons.count == ages.count else { return }
            let key = PersonsDraft.Key(area: area, year: year, sex: sex)
            rows.append(Row(key: key, persons: persons, location: record.location(columns[0])))
        }
        return rows
    }
}
