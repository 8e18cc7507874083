import Indicators

/// What became of a figure and why: for those inside the wall alone.
public enum FigureExplanation: Hashable, Sendable {
    /// Nothing is worked out for that place and period.
    case unknown
    /// There is no number to withhold: what is published says why.
    case noNumber
    /// It is shown.
    case shown
    /// Its register is public, and shows it.
    case open
    /// It is withheld, by these rules.
    case withheld(WithholdingReason, WithholdingRules)
}
