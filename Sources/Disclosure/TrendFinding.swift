/// Which way a series has gone up to a figure.
public enum TrendFinding: Hashable, Sendable {
    /// Up, and not by chance alone.
    case rising
    /// Down, and not by chance alone.
    case falling
    /// Not clearly either way; which is not to say unchanged.
    case unclear
    /// No test was made.
    case notTested(UntestedTrend)

    /// The code in the open data; empty where a test was never meant.
    public var code: String {
        switch self {
        case .rising: "rising"
        case .falling: "falling"
        case .unclear: "unclear"
        case .notTested(.otherFigure): ""
        case .notTested: "not-tested"
        }
    }
}

/// Why the trend of a series was not tested.
public enum UntestedTrend: String, CaseIterable, Hashable, Sendable {
    /// Its owner has published percentages without the counts behind them.
    case percentagesOnly = "percentages-only"
    /// It is of whole counts or growths, which no chance stands behind that we would put a figure on.
    case noChance = "no-chance"
    /// The figure is not there.
    case noFigure = "no-figure"
    /// Since the series began or was last broken, there are fewer than five points that don't overlap.
    case fewPoints = "few-points"
    /// One of the last five points is missing.
    case gap
    /// In one of the points nobody or everybody is counted.
    case extreme
    /// Only the whole figures of the newest period are tested.
    case otherFigure = "other-figure"
}
