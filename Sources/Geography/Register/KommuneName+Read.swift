import LocatedInput

extension KommuneName {
    /// The columns of `kommuner.csv`.
    static let columns = ["kommune", "name", "valid_from", "valid_to"]

    /// Reads a table of kommuner.
    static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Located<KommuneName>] {
        TableRow.read(file, columns: columns, &diagnostics) { row, diagnostics in
            let code = row.kommune("kommune", &diagnostics)
            let name = row.name("name", &diagnostics)
            let validity = row.validity(&diagnostics)
            guard let code, let name, let validity else { return nil }
            return KommuneName(code: code, name: name, validity: validity)
        }
    }

    /// The text of `kommuner.csv` with `rows`, by code and then by date.
    static func text(of rows: [KommuneName]) -> String {
        var text = CSVText(header: columns)
        for row in rows.sorted(by: { ($0.code, $0.validity) < ($1.code, $1.validity) }) {
            text.append([row.code.digits, row.name] + row.validity.fields)
        }
        return text.text
    }
}
