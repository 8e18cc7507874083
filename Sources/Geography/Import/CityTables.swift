import LocatedInput

/// The tables of a city that an import writes.
struct CityTables: Hashable, Sendable {
    var units: [Unit] = []
    var changes: [UnitChange] = []
    var districts: [District] = []
    var members: [Membership] = []

    /// The tables of units and changes alone.
    var own: UnitTables { UnitTables(units: units, changes: changes) }

    /// The text of `districts.csv`.
    var districtsText: String {
        table(District.columns, districts.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }) { district in
            [district.code.digits] + Language.allCases.map { district.name.own(in: $0) ?? "" }
                + district.validity.fields + [district.isPublished ? "yes" : "no"]
        }
    }

    /// The text of `members.csv`.
    var membersText: String {
        table(Membership.columns, members.sorted { ($0.unit, $0.validity) < ($1.unit, $1.validity) }) {
            [$0.unit.digits, $0.district.digits] + $0.validity.fields
        }
    }

    private func table<Row>(_ header: [String], _ rows: [Row], _ fields: (Row) -> [String]) -> String {
        var text = CSVText(header: header)
        for row in rows { text.append(fields(row)) }
        return text.text
    }
}
