/// Why a figure cannot be computed although its register has figures.
public enum Obstacle: String, CaseIterable, Hashable, Sendable {
    /// The place had other borders at one end of the period.
    case boundariesChanged = "boundaries-changed"
    /// The district has too few parts to speak of a spread.
    case tooFewParts = "too-few-parts"
    /// There is nobody in the denominator.
    case nobody
    /// The register has figures for the whole city only.
    case cityOnly = "city-only"
    /// Some of the period's years have no figures.
    case tooFewYears = "too-few-years"
    /// Too few people live there for a life table.
    case populationTooSmall = "population-too-small"
    /// The figure would be so uncertain that it says nothing.
    case intervalTooWide = "interval-too-wide"
    /// Too few events in one of the groups that are compared.
    case tooFewEvents = "too-few-events"
    /// The country has no events at the ages of those who live there, so that none are to be expected.
    case nothingExpected = "nothing-expected"
}

/// What readers must know about a figure that is shown.
public enum FigureFlag: String, CaseIterable, Hashable, Sendable, Comparable {
    /// The series is broken between this point and the one before.
    case seriesBreak = "break"
    /// A city's figure that leaves out people of unknown district, because the source does.
    case districtsOnly = "districts-only"
    /// Worked out from counts that are weighted, or shared out between places.
    case estimate
    /// Less than half the unit: shown as 0, and not nothing.
    case lessThanHalf = "less-than-half"
    /// The owner may still change it.
    case provisional

    /// By name.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
