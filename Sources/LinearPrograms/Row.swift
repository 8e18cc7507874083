/// A weighted sum of columns that keeps within bounds.
public struct Row: Hashable, Sendable {
    /// One column of a row.
    public struct Term: Hashable, Sendable {
        /// The column's place in its program.
        public let column: Int
        /// Never zero.
        public let coefficient: Double

        /// `column` times `coefficient`.
        public init(_ column: Int, _ coefficient: Double) {
            self.column = column
            self.coefficient = coefficient
        }
    }

    /// A column occurs once at most.
    public let terms: [Term]
    /// The least that the sum may be; −∞ for none.
    public let lower: Double
    /// The most that the sum may be; ∞ for none.
    public let upper: Double

    /// A row whose sum keeps within `bounds`.
    public init(_ terms: [Term], _ bounds: ClosedRange<Double>) {
        self.terms = terms
        lower = bounds.lowerBound
        upper = bounds.upperBound
    }

    /// A row whose sum is `sum` exactly.
    public init(_ terms: [Term], equals sum: Double) {
        self.init(terms, sum...sum)
    }
}
