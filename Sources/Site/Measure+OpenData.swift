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
        case .share(let events, of: _): events.standardisation == nil ? "share" : "standardised-share"
        case .rate(let events): events.standardisation == nil ? "rate" : "standardised-rate"
        case .lifeExpectancy: "life-expectancy"
        case .lifeExpectancyGap: "life-expectancy-gap"
        case .slopeIndex: "slope-index"
        }
    }

    /// The ages that the whole figure is about: those of the numerator, from the youngest to the oldest.
    var ages: AgeRange {
        switch self {
        case .count(let selection, _), .proportion(of: let selection, among: _):
            return hull(of: selection.ages)
        case .share(let events, of: _), .rate(let events), .slopeIndex(let events, groups: _):
            return hull(of: events.ages ?? [])
        case .lifeExpectancyGap(_, from: let from, longer: _, shorter: _):
            return AgeRange(from: from, to: AgeRange.oldest) ?? .all
        case .published(_, let age, _): return age
        case .ratio, .meanAge, .growth, .shareOfCity, .growthSpread, .lifeExpectancy: return .all
        }
    }

    private func hull(of ages: [AgeRange]) -> AgeRange {
        guard let first = ages.first, let last = ages.last else { return .all }
        return AgeRange(from: first.from, to: last.to) ?? .all
    }

    /// Every sex and age that there is a figure for, the whole first.
    var breakdown: (sexes: [Sex], ages: [AgeRange]) {
        guard case .count(_, let breakdown) = self else { return ([.both], [.all]) }
        return ([.both] + breakdown.sexes, [.all] + breakdown.ages)
    }
}
