import LocatedInput

/// A record per district, year and single year of age: `bydel_no;year;age;male;female;total`.
enum DistrictAgeSexLayout {
    private static let columns = ["bydel_no", "year", "age", "male", "female", "total"]

    /// Reads `file` into a draft; all faults are reported.
    static func read(
        _ file: InputFile, labels: AreaLabels, from firstYear: Int, _ diagnostics: inout Diagnostics
    ) -> PersonsDraft {
        var draft = PersonsDraft(labels: labels, from: firstYear)
        let separator = HeaderSearch(file).line(naming: columns)?.separator ?? ";"
        CSVTable(file, dialect: CSVDialect(separator: separator)).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: columns, &diagnostics).map { found in columns.map { found[$0] } }
        } each: { record, columns, diagnostics in
            let label = record.located(columns[0], &diagnostics)
            let meanings = label.flatMap { draft.meanings(of: $0, &diagnostics) }
            let year = record.wholeNumber(columns[1], &diagnostics)
            let age = record.age(columns[2], &diagnostics)
            let cells = columns[3...].map { CountCell(record, $0, &diagnostics) }
            guard let label, let year, let age, let meanings, let men = cells[0], let women = cells[1],
                let total = cells[2]
            else { return }
            if case (.count(let men), .count(let women), .count(let total)) = (men, women, total), men + women != total
            {
                diagnostics.emit(.totalIsNotTheSum(at: record.location(columns[5])))
            }
            for (sex, cell, column) in [(Sex.men, men, columns[3]), (.women, women, columns[4])] {
                let figure = PersonsDraft.Figure(label: label.value, year: year, sex: sex, age: age, cell: cell)
                draft.add(figure, meaning: meanings, at: record.location(column), &diagnostics)
            }
        }
        return draft
    }
}

extension Diagnostic {
    fileprivate static func totalIsNotTheSum(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "SexesDoNotAdd", at: location, "the total is not men and women together",
            remedy: "correct the record, or fetch the table again")
    }
}
