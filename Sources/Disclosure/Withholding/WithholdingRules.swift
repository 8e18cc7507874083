import Cells

/// What is withheld of a register's figures, and how well it is protected: one preset of `indicators/disclosure.yaml`,
/// with the exceptions made for a register or an indicator.
///
/// Limits hold for one year and are inclusive; those of a period are as many times larger as it has years.
public struct WithholdingRules: Hashable, Sendable {
    /// When a series is withheld whole rather than shown with holes. Shares are of the points of the series.
    public struct Series: Hashable, Sendable {
        /// The largest share of points that may be withheld for their own small counts.
        public var mostWithheld: Double
        /// The largest share of points that may rest on few events.
        public var mostWeak: Double
        /// The most events, in a year, that are few.
        public var weak: Double
        /// The largest share of points that may be withheld for whatever reason.
        public var mostHoles: Double
    }

    /// The most events that are withheld.
    public var numerator: Double
    /// The most that is withheld of those whom nothing happened to.
    public var complement: Double
    /// The most persons whose figure is withheld whatever happened to them.
    public var denominator: Double
    /// Whether a count of none is withheld too.
    public var withholdsZero: Bool
    /// Whether people of no district that is shown are protected as those of a district are.
    public var protectsRest: Bool
    /// Whether the single years of a longer period, which are never shown, are protected too.
    public var protectsYears: Bool
    /// How far apart the ends must lie of what a reader can work out of a withheld count.
    public var leastWidth: Double
    /// Whether what a reader can work out must reach above the limit.
    public var reachesAboveLimit: Bool
    /// The least that the withheld cells of a sum may add up to.
    public var leastSum: Double
    /// Whether somebody who knows his own case must not learn another's.
    public var insider: Bool
    /// Whether more is withheld where what is small could be worked out; without it, nothing is published that leaks.
    public var withholdsMore: Bool
    /// When a series is withheld whole.
    public var series: Series

    /// Whether `count` is one that is withheld where up to `limit` is.
    func isSmall(_ count: Double, limit: Double) -> Bool { count <= limit && (count > 0 || withholdsZero) }

    /// What the engine and the audit are asked for.
    var policy: ProtectionPolicy {
        ProtectionPolicy(
            largestWithheld: numerator, withholdsZero: withholdsZero, minWidth: leastWidth, escape: reachesAboveLimit,
            leastLineSum: leastSum, insider: insider)
    }
}
