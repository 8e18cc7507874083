import LocatedInput

extension Membership {
    /// The columns of `members.csv`.
    static let columns = ["grunnkrets", "district", "valid_from", "valid_to"]

    /// Reads a table of members.
    static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Located<Membership>] {
        TableRow.read(file, columns: columns, &diagnostics) { row, diagnostics in
            let unit = row.unit("grunnkrets", &diagnostics)
            let district = row.district("district", &diagnostics)
            let validity = row.validity(&diagnostics)
            guard let unit, let district, let validity else { return nil }
            return Membership(unit: unit, district: district, validity: validity)
        }
    }
}
