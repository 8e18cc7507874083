/// When each unit of a city exists, whatever it is called.
struct UnitLives: Sendable {
    private let periods: [GrunnkretsCode: [DateRange]]

    init(_ units: [Unit]) {
        periods = Dictionary(grouping: units, by: \.code).mapValues { DateRange.coalesced($0.map(\.validity)) }
    }

    /// All known units, by code.
    var codes: [GrunnkretsCode] { periods.keys.sorted() }

    /// True if the unit is in the table.
    func knows(_ unit: GrunnkretsCode) -> Bool { periods[unit] != nil }

    /// True if the unit exists on `date`.
    func has(_ unit: GrunnkretsCode, on date: CalendarDate) -> Bool {
        periods[unit]?.contains { $0.contains(date) } ?? false
    }

    /// True if the unit exists on every day of `period`.
    func covers(_ unit: GrunnkretsCode, _ period: DateRange) -> Bool {
        periods[unit].map { period.isCovered(by: $0) } ?? false
    }
}
