import Indicators
import Registers

extension Measure {
    /// The measure's name in open data.
    var name: String {
        switch self {
        case .count: "count"
        case .proportion: "proportion"
        case .ratio: "ratio"
        case .meanAge: "mean"
        case .growth: "growth"
        case .shareOfCity: "share-of-city"
        case .growthSpread: "standard-deviation"
        case .published: "published-percentage"
        }
    }

    /// The ages that the whole figure is about: those of the numerator, from the youngest to the oldest.
    var ages: AgeRange {
        switch self {
        case .count(let selection, _), .proportion(of: let selection, among: _):
            let hull = selection.ages.first.flatMap { first in
                selection.ages.last.flatMap { AgeRange(from: first.from, to: $0.to) }
            }
            return hull ?? .all
        case .published(_, let age, _): return age
        case .ratio, .meanAge, .growth, .shareOfCity, .growthSpread: return .all
        }
    }

    /// Every sex and age that there is a figure for, the whole first.
    var breakdown: (sexes: [Sex], ages: [AgeRange]) {
        guard case .count(_, let breakdown) = self else { return ([.both], [.all]) }
        return ([.both] + breakdown.sexes, [.all] + breakdown.ages)
    }
}
