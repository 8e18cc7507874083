import Disclosure

/// What becomes of some figures, as shares of them that add up to 1.
///
/// Unrounded, and so never told: from round to round it would say in which figure a small count came or went.
struct FigureShares: Hashable, Sendable {
    /// Shown.
    let shown: Double
    /// Withheld.
    let withheld: Double
    /// Left out, since too many events lie outside any known district.
    let uncovered: Double
    /// Not there: the register has nothing of the place, or what it has cannot be put together for it.
    let unavailable: Double

    /// The figures with these statuses; `nil` where there are none.
    init?(_ statuses: [FigureStatus]) {
        guard !statuses.isEmpty else { return nil }
        var counts = (shown: 0, withheld: 0, uncovered: 0, unavailable: 0)
        for status in statuses {
            switch status {
            case .shown: counts.shown += 1
            case .withheld: counts.withheld += 1
            case .coverage: counts.uncovered += 1
            case .missing, .pending, .notApplicable, .notComputable: counts.unavailable += 1
            }
        }
        let all = Double(statuses.count)
        shown = Double(counts.shown) / all
        withheld = Double(counts.withheld) / all
        uncovered = Double(counts.uncovered) / all
        unavailable = Double(counts.unavailable) / all
    }

    /// The mean of `shares`, each counting as much as the others; `nil` where there are none.
    init?(meanOf shares: [FigureShares]) {
        guard !shares.isEmpty else { return nil }
        func mean(_ part: (FigureShares) -> Double) -> Double {
            shares.reduce(0) { $0 + part($1) } / Double(shares.count)
        }
        shown = mean(\.shown)
        withheld = mean(\.withheld)
        uncovered = mean(\.uncovered)
        unavailable = mean(\.unavailable)
    }
}
