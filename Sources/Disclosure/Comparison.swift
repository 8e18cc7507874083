/// What a test of a figure against a reference came to.
public enum Comparison: Hashable, Sendable {
    /// Higher, and not by chance alone at the policy's level.
    case higher
    /// Lower, and not by chance alone at the policy's level.
    case lower
    /// Not clearly different; which is not to say equal.
    case notDifferent
    /// No test was made.
    case notTested(Untested)

    /// The code in the open data; empty where a test was never meant.
    public var code: String {
        switch self {
        case .higher: "higher"
        case .lower: "lower"
        case .notDifferent: "not-different"
        case .notTested(.otherPeriod), .notTested(.reference): ""
        case .notTested: "not-tested"
        }
    }
}

/// Why a figure was not tested.
public enum Untested: String, CaseIterable, Hashable, Sendable {
    /// Its owner has published percentages without the counts behind them.
    case percentagesOnly = "percentages-only"
    /// It is a whole count or a growth, which no chance stands behind that we would put a figure on.
    case noChance = "no-chance"
    /// The figure or the reference is not there.
    case noFigure = "no-figure"
    /// Only the newest period is tested.
    case otherPeriod = "other-period"
    /// It is the reference.
    case reference
}
