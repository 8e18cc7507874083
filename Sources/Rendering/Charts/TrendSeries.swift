import LocatedInput

/// One line of a trend chart.
public struct TrendSeries: Hashable, Sendable {
    /// Whose line it is; says its look.
    public enum Role: CaseIterable, Hashable, Sendable {
        /// The district: a thick, whole line with discs.
        case district
        /// The city: a dashed line with squares.
        case city
        /// The country: a dotted line with diamonds.
        case country
    }

    /// Whose line it is.
    public var role: Role
    /// The name at the line's end.
    public var name: String
    /// The values, one for each period of the chart; `nil` leaves a gap.
    public var values: [NumberText.Decimal?]
    /// The intervals about the values, one for each period, or none at all.
    public var intervals: [ChartInterval?]

    /// One line.
    public init(
        _ role: Role, name: String, values: [NumberText.Decimal?], intervals: [ChartInterval?] = []
    ) {
        self.role = role
        self.name = name
        self.values = values
        self.intervals = intervals
    }
}
