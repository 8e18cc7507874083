import LocatedInput

extension Unit {
    /// The columns of `units.csv`.
    static let columns = ["grunnkrets", "name", "valid_from", "valid_to"]

    /// Reads a table of units.
    static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Located<Unit>] {
        TableRow.read(file, columns: columns, &diagnostics) { row, diagnostics in
            let code = row.unit("grunnkrets", &diagnostics)
            let name = row.name("name", &diagnostics)
            let validity = row.validity(&diagnostics)
            guard let code, let name, let validity else { return nil }
            return Unit(code: code, name: name, validity: validity)
        }
    }
}
