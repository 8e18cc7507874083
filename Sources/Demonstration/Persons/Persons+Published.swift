import Geography
import Registers

extension Persons {
    /// The persons of a district as its owner has published them; years before the first published one are as that
    /// year, so that places that lay outside the city then have a past. `nil` if there is no year, or a later one is
    /// missing.
    init?(ofDistrict district: Area, in published: PublishedPopulation, years: ClosedRange<Int>) {
        self.init(years: years)
        func both(_ year: Int) -> [[Int]]? {
            guard let men = published.persons(district, year, .men),
                let women = published.persons(district, year, .women)
            else { return nil }
            return [men, women]
        }
        guard let first = years.first(where: { both($0) != nil }) else { return nil }
        for year in years {
            guard let persons = both(max(year, first)) else { return nil }
            for sex in 0..<2 { self[year, sex] = persons[sex].map { Int32($0) }[...] }
        }
    }

    /// The unallocated of a city: as published where they are; both sexes told apart by chance where they were
    /// published together; as in the nearest earlier year where they were not, or the first if there is none.
    init(
        ofUnallocated area: Area, in published: PublishedPopulation, years: ClosedRange<Int>,
        _ stream: inout RandomStream
    ) {
        self.init(years: years)
        var known: [Int: [[Int32]]] = [:]
        for year in years {
            if let men = published.persons(area, year, .men), let women = published.persons(area, year, .women) {
                known[year] = [men, women].map { $0.map { Int32($0) } }
            } else if let both = published.persons(area, year, .both) {
                let men = both.map { Int32(stream.binomial($0, 0.5)) }
                known[year] = [men, zip(both, men).map { Int32($0) - $1 }]
            }
        }
        guard let first = known.keys.min() else { return }
        for year in years {
            guard let persons = known[(years.lowerBound...year).last { known[$0] != nil } ?? first] else { continue }
            for sex in 0..<2 { self[year, sex] = persons[sex][...] }
        }
    }

    /// The persons of the country: as published where ages are; otherwise everybody of the year before one year older,
    /// with as many left as of the same age the year before that, brought to the published total. `nil` if the first two
    /// years are not published.
    init?(ofCountryIn published: PublishedPopulation, years: ClosedRange<Int>) {
        self.init(years: years)
        for year in years {
            if let men = published.persons(.country, year, .men),
                let women = published.persons(.country, year, .women)
            {
                self[year, 0] = men.map { Int32($0) }[...]
                self[year, 1] = women.map { Int32($0) }[...]
                continue
            }
            guard year - 2 >= years.lowerBound else { return nil }
            var grown = (0..<2).flatMap { Self.oneYearOn(Array(self[year - 1, $0]), after: Array(self[year - 2, $0])) }
            if let total = published.total(.country, year) { grown = Self.brought(grown, to: total) }
            for sex in 0..<2 {
                self[year, sex] = grown[(sex * Self.ages)..<((sex + 1) * Self.ages)].map { Int32($0) }[...]
            }
        }
    }

    /// The persons of `now` one year later, if of each year of birth the share is left that was left from `before` to
    /// `now`; as many are born.
    private static func oneYearOn(_ now: [Int32], after before: [Int32]) -> [Int] {
        let last = ages - 1
        return (0..<ages).map { age in
            if age == 0 { return Int(now[0]) }
            let (older, from) =
                age == last ? (now[last], before[last - 1] + before[last]) : (now[age], before[age - 1])
            let left = age == last ? Int(now[last - 1] + now[last]) : Int(now[age - 1])
            return from == 0 ? left : left * Int(older) / Int(from)
        }
    }

    /// `persons` in the same proportions, `total` together: rounded down, and the largest remainders up.
    private static func brought(_ persons: [Int], to total: Int) -> [Int] {
        let sum = persons.reduce(0, +)
        guard sum > 0 else { return persons }
        var shares = persons.map { $0 * total / sum }
        let remainders = persons.map { $0 * total % sum }
        let order = persons.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
        for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
        return shares
    }
}
