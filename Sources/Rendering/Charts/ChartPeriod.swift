/// A period on a time axis.
public struct ChartPeriod: Hashable, Sendable {
    /// The first year.
    public let firstYear: Int
    /// The last year, the same as the first for a single year.
    public let lastYear: Int
    /// What the axis says.
    public let label: String

    /// The years from `firstYear` to `lastYear`.
    public init(_ firstYear: Int, _ lastYear: Int, label: String) {
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.label = label
    }

    /// The middle of the period on the time axis, in years.
    var middle: Double { Double(firstYear + lastYear) / 2 }
}
