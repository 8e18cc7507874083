import LocatedInput

/// An interval about a value, as published.
public struct ChartInterval: Hashable, Sendable {
    /// The lower end.
    public let lower: NumberText.Decimal
    /// The upper end.
    public let upper: NumberText.Decimal

    /// From `lower` to `upper`.
    public init(_ lower: NumberText.Decimal, _ upper: NumberText.Decimal) {
        self.lower = lower
        self.upper = upper
    }
}
