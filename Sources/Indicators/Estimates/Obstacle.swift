/// Why a figure cannot be computed although its register has figures.
public enum Obstacle: String, CaseIterable, Hashable, Sendable {
    /// The place had other borders at one end of the period.
    case boundariesChanged = "boundaries-changed"
    /// The district has too few parts to speak of a spread.
    case tooFewParts = "too-few-parts"
    /// There is nobody in the denominator.
    case nobody
}

/// What readers must know about a figure that is shown.
public enum FigureFlag: String, CaseIterable, Hashable, Sendable, Comparable {
    /// The series is broken between this point and the one before.
    case seriesBreak = "break"
    /// A city's figure that leaves out people of unknown district, because the source does.
    case districtsOnly = "districts-only"
    /// Less than half the unit: shown as 0, and not nothing.
    case lessThanHalf = "less-than-half"
    /// The owner may still change it.
    case provisional

    /// By name.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
