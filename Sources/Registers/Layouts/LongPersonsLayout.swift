import LocatedInput

/// A record per area, year, sex and single year of age: `area;year;sex;age;persons`, in any order and with any of the
/// usual separators. Sex is 0, 1 or 2. A table without areas is of the whole country.
enum LongPersonsLayout {
    /// Reads `file` into a draft; all faults are reported.
    static func read(
        _ file: InputFile, labels: AreaLabels, from firstYear: Int, _ diagnostics: inout Diagnostics
    ) -> PersonsDraft {
        var draft = PersonsDraft(labels: labels, from: firstYear)
        let separator = HeaderSearch(file).line(naming: ["year", "sex", "age", "persons"])?.separator ?? ";"
        CSVTable(file, dialect: CSVDialect(separator: separator)).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: ["year", "sex", "age", "persons"], optional: ["area"], &diagnostics)
        } each: { record, columns, diagnostics in
            let country = Located(AreaCode.country.digits, at: record.location(columns["year"]))
            let label = columns.optional("area").map { record.located($0, &diagnostics) } ?? country
            let meanings = label.flatMap { draft.meanings(of: $0, &diagnostics) }
            let year = record.wholeNumber(columns["year"], &diagnostics)
            let sex = record.sex(columns["sex"], &diagnostics)
            let age = record.age(columns["age"], &diagnostics)
            guard let cell = CountCell(record, columns["persons"], &diagnostics), let label, let meanings, let year,
                let sex, let age
            else { return }
            let figure = PersonsDraft.Figure(label: label.value, year: year, sex: sex, age: age, cell: cell)
            draft.add(figure, meaning: meanings, at: record.location(columns["persons"]), &diagnostics)
        }
        return draft
    }
}
