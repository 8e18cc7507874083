import Disclosure

/// What becomes of some figures, as shares of them that add up to 1.
///
/// Unrounded, and so never told: from round to round it would say in which figure a small count came or went.
struct FigureShares: Hashable, Sendable {
    /// Shown.
    private(set) var shown = 0.0
    /// Withheld.
    private(set) var withheld = 0.0
    /// Left out, since too many events lie outside any known district.
    private(set) var uncovered = 0.0
    /// Not there: the register has nothing of the place, or what it has cannot be put together for it.
    private(set) var unavailable = 0.0

    /// The figures with these statuses; `nil` where there are none.
    init?(_ statuses: [FigureStatus]) {
        guard !statuses.isEmpty else { return nil }
        let share = 1 / Double(statuses.count)
        for status in statuses {
            switch status {
            case .shown: shown += share
            case .withheld: withheld += share
            case .coverage: uncovered += share
            case .missing, .pending, .notApplicable, .notComputable: unavailable += share
            }
        }
    }

    /// The mean of `shares`, each counting as much as the others; `nil` where there are none.
    init?(meanOf shares: [FigureShares]) {
        guard !shares.isEmpty else { return nil }
        let weight = 1 / Double(shares.count)
        for part in shares {
            shown += part.shown * weight
            withheld += part.withheld * weight
            uncovered += part.uncovered * weight
            unavailable += part.unavailable * weight
        }
    }
}
