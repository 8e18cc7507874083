import LocatedInput

/// Dated units and how they changed: what `units.csv` and `changes.csv` say.
public struct UnitTables: Hashable, Sendable {
    /// The units, one row for each name.
    public var units: [Unit]
    /// How units became other units.
    public var changes: [UnitChange]

    /// Tables of `units` and `changes`.
    public init(units: [Unit] = [], changes: [UnitChange] = []) {
        self.units = units
        self.changes = changes
    }

    /// The text of `units.csv`, by code and then by date.
    public var unitsText: String {
        var text = CSVText(header: Unit.columns)
        for unit in units.sorted(by: { ($0.code, $0.validity) < ($1.code, $1.validity) }) {
            text.append([unit.code.digits, unit.name] + unit.validity.fields)
        }
        return text.text
    }

    /// The text of `changes.csv`, in order of time and then of codes.
    public var changesText: String {
        var text = CSVText(header: UnitChange.columns)
        let sorted = changes.sorted {
            ($0.date, $0.old, $0.new?.digits ?? "") < ($1.date, $1.old, $1.new?.digits ?? "")
        }
        for change in sorted {
            text.append([
                change.old.digits, change.new?.digits ?? "", change.date.description,
                change.share.map(Self.shareText) ?? "", change.basis.rawValue, change.source,
            ])
        }
        return text.text
    }

    /// A share with a decimal point and no more digits than it needs.
    private static func shareText(_ share: Double) -> String { share == 1 ? "1" : "\(share)" }
}

extension DateRange {
    /// The fields `valid_from` and `valid_to` of a row; an open end is empty.
    var fields: [String] { [from?.description ?? "", to?.description ?? ""] }
}
