import Geography

/// Persons by area, on 1 January of a year, by sex and single year of age.
///
/// Where a source gives men and women, both together is their sum. Anything a source does not give is `nil`, never 0.
@_spi(Confidential) public struct PopulationTable: Sendable {
    /// The last single age; it stands for this age and over.
    public static let lastAge = 105

    /// The persons of one sex in one area and year.
    public struct Row: Hashable, Sendable {
        /// The area.
        public let area: Area
        /// The year of 1 January.
        public let year: Int
        /// The sex.
        public let sex: Sex
        /// Persons at age 0, 1, … ``PopulationTable/lastAge`` and over.
        public let persons: [Int]

        /// A row, or `nil` unless `persons` has one number for each age.
        public init?(area: Area, year: Int, sex: Sex, persons: [Int]) {
            guard persons.count == lastAge + 1 else { return nil }
            self.area = area
            self.year = year
            self.sex = sex
            self.persons = persons
        }
    }

    /// Sums of the persons under each age, so that any range of ages is one subtraction.
    private struct Sums: Sendable {
        var under: [Int]

        init(_ persons: [Int]) {
            under = [0]
            under.reserveCapacity(persons.count + 1)
            for count in persons { under.append(under[under.count - 1] + count) }
        }

        init(_ left: Sums, _ right: Sums) { under = zip(left.under, right.under).map { $0 + $1 } }

        func persons(_ ages: Range<Int>) -> Int { under[ages.upperBound] - under[ages.lowerBound] }
    }

    /// Everybody in one area and year, where a source tells it apart from the ages.
    public struct Total: Hashable, Sendable {
        /// The area.
        public let area: Area
        /// The year of 1 January.
        public let year: Int
        /// The persons.
        public let persons: Int

        /// A total.
        public init(area: Area, year: Int, persons: Int) {
            self.area = area
            self.year = year
            self.persons = persons
        }
    }

    private var sums: [Area: [Int: [Sex: Sums]]] = [:]
    private var totals: [Area: [Int: Int]] = [:]

    /// The table of `rows` and `totals`; the last of two for the same area, year and sex holds.
    ///
    /// A total stands for everybody even where ages are given too: the ages may be an estimate.
    public init(_ rows: [Row], totals: [Total] = []) {
        for total in totals { self.totals[total.area, default: [:]][total.year] = total.persons }
        for row in rows { sums[row.area, default: [:]][row.year, default: [:]][row.sex] = Sums(row.persons) }
        for (area, years) in sums {
            for (year, sexes) in years {
                guard let men = sexes[.men], let women = sexes[.women] else { continue }
                sums[area]?[year]?[.both] = Sums(men, women)
            }
        }
    }

    /// The areas that have any figure, in order.
    public func areas() -> [Area] { Set(sums.keys).union(totals.keys).sorted(by: Area.precedes) }

    /// The years in which `area` has any figure, in order.
    public func years(of area: Area) -> [Int] { Set(yearsByAge(of: area)).union((totals[area] ?? [:]).keys).sorted() }

    /// The years in which `area` has figures by age, in order.
    public func yearsByAge(of area: Area) -> [Int] { (sums[area] ?? [:]).keys.sorted() }

    /// The persons of `sex` and `ages` in `area` on 1 January `year`; `nil` where the source does not tell, which
    /// includes ranges with an end inside the last, open age.
    public func persons(_ area: Area, _ year: Int, _ sex: Sex = .both, _ ages: AgeRange = .all) -> Int? {
        if sex == .both, ages == .all, let total = totals[area]?[year] { return total }
        guard let sums = sums[area]?[year]?[sex], ages.from <= Self.lastAge else { return nil }
        if ages.isOpen { return sums.persons(ages.from..<Self.lastAge + 1) }
        return ages.to < Self.lastAge ? sums.persons(ages.from..<ages.to + 1) : nil
    }
}
