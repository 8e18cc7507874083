import LocatedInput

/// A figure as its owner has published it: a number, or the reason there is none.
@_spi(Confidential) public enum OwnerFigure: Hashable, Sendable {
    /// The number, with the decimals the owner gives.
    case number(NumberText.Decimal)
    /// No number.
    case absent(Absence)
}
