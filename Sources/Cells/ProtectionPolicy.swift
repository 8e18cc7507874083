/// What withholding must achieve.
public struct ProtectionPolicy: Hashable, Sendable {
    /// The largest count that is withheld.
    public var largestWithheld: Double
    /// Whether zeros are withheld too.
    public var withholdsZero: Bool
    /// The least distance between the ends of what a reader can work out of a sensitive cell.
    public var minWidth: Double
    /// Whether what a reader can work out must reach above `largestWithheld`.
    public var escape: Bool
    /// The least sum of the withheld cells of a relation, where the reader can add them up; 0 asks for nothing.
    public var leastLineSum: Double
    /// Whether somebody who knows that a withheld one is himself must not learn another sensitive cell exactly.
    public var insider: Bool
    /// Whether width is measured between tables of whole numbers instead of any numbers.
    public var wholeNumbers: Bool

    /// A policy; what is left out is as the field mostly has it.
    public init(
        largestWithheld: Double = 4, withholdsZero: Bool = false, minWidth: Double = 2, escape: Bool = false,
        leastLineSum: Double = 0, insider: Bool = false, wholeNumbers: Bool = false
    ) {
        self.largestWithheld = largestWithheld
        self.withholdsZero = withholdsZero
        self.minWidth = minWidth
        self.escape = escape
        self.leastLineSum = leastLineSum
        self.insider = insider
        self.wholeNumbers = wholeNumbers
    }

    /// The least count that the policy itself calls sensitive.
    public var least: Double { withholdsZero ? 0 : 1 }
}
