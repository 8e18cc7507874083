import LocatedInput

/// The tables of a city that an import writes.
struct CityTables: Hashable, Sendable {
    var units: [Unit] = []
    var changes: [UnitChange] = []
    var districts: [District] = []
    var members: [Membership] = []

    /// The text of `units.csv`.
    var unitsText: String {
        table(Unit.columns, units.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }) {
            [$0.code.digits, $0.name] + fields($0.validity)
        }
    }

    /// The text of `changes.csv`.
    var changesText: String {
        let sorted = changes.sorted {
            ($0.date, $0.old, $0.new?.digits ?? "") < ($1.date, $1.old, $1.new?.digits ?? "")
        }
        return table(UnitChange.columns, sorted) { change in
            [
                change.old.digits, change.new?.digits ?? "", change.date.description,
                change.share.map(shareText) ?? "", change.basis.rawValue, change.source,
            ]
        }
    }

    /// The text of `districts.csv`.
    var districtsText: String {
        table(District.columns, districts.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }) { district in
            [district.code.digits] + Language.allCases.map { district.name.own(in: $0) ?? "" }
                + fields(district.validity) + [district.isPublished ? "yes" : "no"]
        }
    }

    /// The text of `members.csv`.
    var membersText: String {
        table(Membership.columns, members.sorted { ($0.unit, $0.validity) < ($1.unit, $1.validity) }) {
            [$0.unit.digits, $0.district.digits] + fields($0.validity)
        }
    }

    private func table<Row>(_ header: [String], _ rows: [Row], _ fields: (Row) -> [String]) -> String {
        var text = CSVText(header: header)
        for row in rows { text.append(fields(row)) }
        return text.text
    }

    private func fields(_ validity: DateRange) -> [String] {
        [validity.from?.description ?? "", validity.to?.description ?? ""]
    }

    /// A share with a decimal point and no more digits than it needs.
    private func shareText(_ share: Double) -> String { share == 1 ? "1" : "\(share)" }
}
