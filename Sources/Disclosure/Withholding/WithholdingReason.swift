/// Why a figure is withheld. Known inside the wall only: whoever knows which figures were withheld for their own counts
/// knows that those are small.
public enum WithholdingReason: String, CaseIterable, Hashable, Sendable {
    /// A count it gives away is small: events, those whom nothing happened to, or those it is about.
    case ownCount = "own-count"
    /// Too many points of its series are withheld for their own counts, or rest on few events.
    case wholeSeries = "whole-series"
    /// Others that are small could be worked out from it.
    case others = "others"
    /// Too much of its series is withheld for others' sake to leave anything to read.
    case brokenSeries = "broken-series"
}
