/// How many units each district of a split has on a date, and which units of the city lie in none.
public struct Balance: Hashable, Sendable {
    /// A district and the number of its units.
    public struct Row: Hashable, Sendable {
        /// The district as it is on the date.
        public let district: District
        /// How many units it has.
        public let units: Int
    }

    /// The split.
    public let split: SplitID
    /// The date.
    public let date: CalendarDate
    /// The districts, by code.
    public let rows: [Row]
    /// How many units the city has, `xxxx9999` left out.
    public let cityUnits: Int
    /// Units of the city that lie in no district, by code.
    public let unplaced: [GrunnkretsCode]
    /// True if every unit lies in exactly one district, or the split is meant to cover part of the city only.
    public let isBalanced: Bool
}

extension City {
    /// Counts the units of every district of `split` on `date`.
    public func balance(of split: Split, on date: CalendarDate) -> Balance {
        let units = units(on: date).map(\.code)
        let rows = split.districts(on: date).map { district in
            Balance.Row(district: district, units: split.units(of: district.code, on: date).count)
        }
        let unplaced = units.filter { split.district(of: $0, on: date) == nil }
        let isWhole = rows.map(\.units).reduce(0, +) + unplaced.count == units.count
        return Balance(
            split: split.id, date: date, rows: rows, cityUnits: units.count, unplaced: unplaced,
            isBalanced: isWhole && (unplaced.isEmpty || split.extent == .partOfCity))
    }

    /// The days on which anything begins or ends, in order, from the day the tables begin. Between two of them
    /// everything stays as it is.
    public var turningDays: [CalendarDate] {
        let periods =
            units.map(\.validity) + kommuner.map(\.validity)
            + splits.flatMap { $0.districts.map(\.validity) + $0.members.map(\.validity) }
        let days = Set(periods.flatMap { [$0.from, $0.to] }.compactMap { $0 }).union([starts])
        return days.filter { $0 >= starts }.sorted()
    }
}
