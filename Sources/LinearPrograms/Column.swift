/// An unknown number of a linear program.
public struct Column: Hashable, Sendable {
    /// The least it may be; −∞ for none.
    public let lower: Double
    /// The most it may be; ∞ for none.
    public let upper: Double
    /// What one unit of it adds to the sum that is minimised.
    public let cost: Double

    /// A column within `bounds`.
    public init(_ bounds: ClosedRange<Double>, cost: Double = 0) {
        lower = bounds.lowerBound
        upper = bounds.upperBound
        self.cost = cost
    }
}
