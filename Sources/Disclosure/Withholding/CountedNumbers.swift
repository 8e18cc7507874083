import Geography
@_spi(Confidential) import Indicators
@_spi(Confidential) import Registers

/// How much a register counts of something in every place, added up over years.
struct CountedNumbers {
    private let table: CountTable
    private let sums: PlaceSums
    private var yearly: [Counted: [CountedPlace: Double]] = [:]
    private var yearlyExposure: [Exposed: [CountedPlace: Double]] = [:]

    /// Records of some groups in one year.
    private struct Counted: Hashable {
        let groups: [CountedGroup]
        let year: Int
    }

    /// What some events are set against in one year.
    private struct Exposed: Hashable {
        let events: CountedGroup
        let whole: CountedShare.Whole
        let year: Int
    }

    /// The numbers of `table` in the places of `sums`.
    init(_ table: CountTable, _ sums: PlaceSums) {
        self.table = table
        self.sums = sums
    }

    /// The records of `groups` in each place that is told of in all years of `period`.
    mutating func counts(_ groups: [CountedGroup], _ period: Period) -> [CountedPlace: Double] {
        Self.sum((period.start...period.end).map { year in counts(groups, year) })
    }

    /// What the events of `share` are set against in each place that is told of in all years of `period`.
    mutating func exposure(_ share: CountedShare, _ period: Period) -> [CountedPlace: Double] {
        Self.sum(
            (period.start...period.end).map { year in
                let wanted = Exposed(events: share.events, whole: share.whole, year: year)
                if let known = yearlyExposure[wanted] { return known }
                let found = sums.filled { share.exposure($0, year) }
                yearlyExposure[wanted] = found
                return found
            })
    }

    private mutating func counts(_ groups: [CountedGroup], _ year: Int) -> [CountedPlace: Double] {
        let wanted = Counted(groups: groups, year: year)
        if let known = yearly[wanted] { return known }
        let table = table
        let found = sums.filled { area in
            var sum = 0.0
            for group in groups {
                guard let count = group.count(in: table, area, year) else { return nil }
                sum += count
            }
            return sum
        }
        yearly[wanted] = found
        return found
    }

    private static func sum(_ years: [[CountedPlace: Double]]) -> [CountedPlace: Double] {
        guard var sum = years.first else { return [:] }
        for year in years.dropFirst() {
            sum = sum.reduce(into: [:]) { both, place in
                if let more = year[place.key] { both[place.key] = place.value + more }
            }
        }
        return sum
    }
}
