import LocatedInput

/// The tables of a city that an import writes.
package struct CityTables: Hashable, Sendable {
    package var units: [Unit] = []
    package var changes: [UnitChange] = []
    package var districts: [District] = []
    package var members: [Membership] = []

    /// Tables of these rows.
    package init(
        units: [Unit] = [], changes: [UnitChange] = [], districts: [District] = [], members: [Membership] = []
    ) {
        self.units = units
        self.changes = changes
        self.districts = districts
        self.members = members
    }

    /// The tables of units and changes alone.
    package var own: UnitTables { UnitTables(units: units, changes: changes) }

    /// The text of `districts.csv`.
    package var districtsText: String {
        table(District.columns, districts.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }) { district in
            [district.code.digits] + Language.allCases.map { district.name.own(in: $0) ?? "" }
                + district.validity.fields + [district.isPublished ? "yes" : "no"]
        }
    }

    /// The text of `members.csv`.
    package var membersText: String {
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
