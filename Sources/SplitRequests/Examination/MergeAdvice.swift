import Geography
import LocatedInput

/// Which districts would say more together, and how much more.
struct MergeAdvice {
    private let context: RequestContext
    private let split: RequestedSplit
    /// The people of each district; empty where they are not known.
    private let sizes: [DistrictCode: Int]

    /// The advice on `split`.
    init(on split: RequestedSplit, _ context: RequestContext) {
        (self.context, self.split) = (context, split)
        let year = context.people?.year(at: split.date)
        sizes = Dictionary(
            split.districts.compactMap { district in
                guard let year, let count = context.people?.count(in: district.units, year: year) else { return nil }
                return (district.code, count)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Two districts that could be one, by code.
    struct Pair: Hashable {
        let first: RequestedDistrict
        let second: RequestedDistrict

        init(_ one: RequestedDistrict, _ other: RequestedDistrict) {
            (first, second) = one.code < other.code ? (one, other) : (other, one)
        }

        var subject: String { "\(first.code)+\(second.code)" }
        var names: String { "\(first.name.nb) + \(second.name.nb)" }
    }

    // MARK: - By people

    /// For each district with too few people, the district that it best goes with and how many are left then that have
    /// too few: the merge that leaves the fewest first.
    var findings: [Finding] {
        let small = split.districts.filter { isSmall(sizes[$0.code] ?? 0) }
        let floor = context.policy.leastOfDistrict
        return pairs(of: small).map { pair in
            let sum = (sizes[pair.first.code] ?? 0) + (sizes[pair.second.code] ?? 0)
            let merged = [pair.first, pair.second].count { isSmall(sizes[$0.code] ?? 0) }
            let after = small.count - merged + (isSmall(sum) ? 1 : 0)
            return Finding(
                .merge, pair.subject, rank: after,
                [
                    "districts": pair.names, "floor": "\(floor)", "before": "\(small.count)", "after": "\(after)",
                ])
        }
    }

    private func isSmall(_ count: Int) -> Bool { count > 0 && count < context.policy.leastOfDistrict }

    // MARK: - By what is shown

    /// The merges of the districts of which least is shown, each tried: those that show more, the one that gains most
    /// first. `stage` makes a city with a split that is tried.
    func tried(_ examination: YieldExamination, stage: (RequestedSplit) -> StagedCity?) -> [Finding] {
        guard let before = examination.requested, let trial = context.trial else { return [] }
        let poor = before.rows.filter { $0.whole.withheld + $0.whole.uncovered > 0 }
            .sorted { ($0.whole.shown, $0.district) < ($1.whole.shown, $1.district) }
            .compactMap { row in split.district(row.district) }
        let gains = pairs(of: poor).prefix(context.policy.mostMergesTried).compactMap { pair -> Gain? in
            let merged = split.moving(Set(pair.second.units), to: pair.first.code)
            var diagnostics = Diagnostics()
            guard let staged = stage(merged),
                let after = trial.yields(of: staged.city, least: context.policy.leastOfGroup, &diagnostics)?.splits[
                    staged.split.id]
            else { return nil }
            return Gain(of: pair, before, after)
        }
        return gains.sorted { ($1.points, $0.pair.subject) < ($0.points, $1.pair.subject) }.enumerated().map {
            $1.finding(rank: $0)
        }
    }

    /// What two districts show apart and together.
    private struct Gain {
        let pair: Pair
        let points: Double
        let before: Int
        let after: Int

        /// The gain of `pair`; `nil` where there is none to tell of.
        init?(of pair: Pair, _ before: SplitYield, _ after: SplitYield) {
            guard
                let apart = FigureShares(
                    meanOf: [pair.first, pair.second].compactMap { before.row($0.code)?.whole }),
                let together = after.row(pair.first.code)?.whole
            else { return nil }
            self.pair = pair
            points = together.shown - apart.shown
            (self.before, self.after) = (YieldShares(apart).shown, YieldShares(together).shown)
            if self.after <= self.before { return nil }
        }

        func finding(rank: Int) -> Finding {
            Finding(
                .mergeShown, pair.subject, rank: rank,
                ["districts": pair.names, "before": "\(before)", "after": "\(after)"])
        }
    }

    // MARK: - What goes together

    /// Each of `districts` with the district that it best goes with, no pair twice.
    private func pairs(of districts: [RequestedDistrict]) -> [Pair] {
        var found: Set<Pair> = []
        return districts.compactMap { district in
            guard let best = partner(of: district) else { return nil }
            let pair = Pair(district, best)
            return found.insert(pair).inserted ? pair : nil
        }
    }

    /// The district that `district` best goes with: one in the same published district where there is one, and of those
    /// the one that shares most delområder with it, then the smallest.
    private func partner(of district: RequestedDistrict) -> RequestedDistrict? {
        let others = split.districts.filter { $0.code != district.code && nearness($0, district) > 0 }
        return others.min { left, right in
            let (near, far) = (nearness(left, district), nearness(right, district))
            if near != far { return near > far }
            return (sizes[left.code] ?? 0, left.code) < (sizes[right.code] ?? 0, right.code)
        }
    }

    /// How near two districts are by what the register tells: 2 and more for shared delområder, 1 for the same
    /// published district, or where nothing is published for the next one by the codes of units, which follow the ground
    /// by and large; else 0.
    private func nearness(_ one: RequestedDistrict, _ other: RequestedDistrict) -> Int {
        let shared = Set(one.units.map { $0.digits.prefix(6) }).intersection(other.units.map { $0.digits.prefix(6) })
        if !shared.isEmpty { return shared.count + 1 }
        guard let published = context.published(on: split.date).first else {
            let order = split.districts.sorted { $0.units.lexicographicallyPrecedes($1.units) }
            let places = [one, other].compactMap { district in order.firstIndex { $0.code == district.code } }
            return places.count == 2 && abs(places[0] - places[1]) == 1 ? 1 : 0
        }
        let districts = [one, other].map { Set($0.units.map { published.district(of: $0, on: split.date) }) }
        return districts[0].count == 1 && districts[0] == districts[1] ? 1 : 0
    }
}
