@_spi(Confidential) import Registers

/// The sexes and ages by which the events of a register and those they are set against are summed apart.
struct Strata {
    /// One sex or both and some ages that follow each other: of the register by places on its axes, of the population by
    /// what they are.
    struct Stratum {
        let sexes: [Int]
        let ages: [Int]
        let sex: Sex
        let range: AgeRange
    }

    /// Why a register's figures cannot be summed as a measure asks.
    enum Fault: Error {
        /// They don't tell men and women apart.
        case sexNotTold
        /// No sum of their ages is what is asked for.
        case agesNotTold
    }

    /// The strata: sex by sex, age by age.
    let all: [Stratum]

    /// The strata of a figure of `events`: one for each stretch of ages, and where the figure is standardised, one for
    /// each sex and age group of ``groups(of:)``.
    init(_ events: EventSelection, in axes: CountTable.Axes) throws(Fault) {
        let ages = try Self.places(of: events.ages, in: axes)
        let groups =
            events.standardisation?.tellsAge == true
            ? Self.groups(of: ages, in: axes) : Self.stretches(of: ages, in: axes)
        try self.init(groups, sex: events.sex, apart: events.standardisation?.tellsSex == true, in: axes)
    }

    /// The bands of a life table from the age `from` on, 20 from birth: the first year, 1–4, five years each, and 90 and
    /// over.
    static func lifeTable(_ sex: Sex, from: Int = 0, in axes: CountTable.Axes) throws(Fault) -> Strata {
        var groups: [[Int]] = []
        for band in lifeTableBands where band.from >= from { groups.append(try places(of: [band], in: axes)) }
        return try Strata(groups, sex: sex, apart: false, in: axes)
    }

    /// 0, 1–4, 5–9, … 85–89, 90 and over.
    private static let lifeTableBands =
        ([0, 1] + stride(from: 5, through: 90, by: 5)).compactMap { from in
            AgeRange(from: from, to: from == 0 ? 0 : from == 90 ? AgeRange.oldest : from / 5 * 5 + 4)
        }

    private init(_ groups: [[Int]], sex: Sex, apart: Bool, in axes: CountTable.Axes) throws(Fault) {
        var sexes: [(Sex, [Int])] = []
        if sex == .both, !apart {
            sexes = [(.both, Array(axes.sexes.indices))]
        } else {
            for wanted in sex == .both ? [.men, .women] : [sex] {
                guard let place = axes.sexes.firstIndex(of: wanted) else { throw .sexNotTold }
                sexes.append((wanted, [place]))
            }
        }
        all = sexes.flatMap { sex, places in
            groups.compactMap { ages in
                guard let first = ages.first, let last = ages.last,
                    let range = AgeRange(from: axes.ages[first].from, to: axes.top(last))
                else { return nil }
                return Stratum(sexes: places, ages: ages, sex: sex, range: range)
            }
        }
    }

    /// The register's ages that together are `ranges`, all of them where that is `nil`.
    private static func places(of ranges: [AgeRange]?, in axes: CountTable.Axes) throws(Fault) -> [Int] {
        guard let ranges else { return Array(axes.ages.indices) }
        var places: [Int] = []
        for range in ranges {
            var next = range.from
            for (place, age) in axes.ages.enumerated() where age.from >= range.from && axes.top(place) <= range.to {
                guard age.from == next else { throw .agesNotTold }
                next = axes.top(place) + 1
                places.append(place)
            }
            guard next == range.to + 1 else { throw .agesNotTold }
        }
        return places
    }

    /// `places` in stretches without gaps between their ages.
    private static func stretches(of places: [Int], in axes: CountTable.Axes) -> [[Int]] {
        grouped(places, in: axes) { _, _ in true }
    }

    /// `places` by five-year groups up to 90 and over; an age band that reaches across such a group stands by itself.
    private static func groups(of places: [Int], in axes: CountTable.Axes) -> [[Int]] {
        func group(_ age: Int) -> Int { min(age / 5, 18) }
        return grouped(places, in: axes) { last, next in
            Set([axes.ages[last].from, axes.top(last), axes.ages[next].from, axes.top(next)].map(group)).count == 1
        }
    }

    /// `places` in groups of which each place follows the last one without a gap, and belongs `together` with it.
    private static func grouped(
        _ places: [Int], in axes: CountTable.Axes, together: (Int, Int) -> Bool
    ) -> [[Int]] {
        var groups: [[Int]] = []
        for place in places {
            if let last = groups.last?.last, axes.top(last) + 1 == axes.ages[place].from, together(last, place) {
                groups[groups.count - 1].append(place)
            } else {
                groups.append([place])
            }
        }
        return groups
    }
}

extension CountTable.Axes {
    /// The oldest age at a place on the axis of ages. The last one stands for all that follow if populations tell none of
    /// them apart.
    fileprivate func top(_ place: Int) -> Int {
        let to = ages[place].to
        return place == ages.count - 1 && to >= PopulationTable.lastAge ? AgeRange.oldest : to
    }
}
