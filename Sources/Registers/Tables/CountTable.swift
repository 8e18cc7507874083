import Geography

/// Persons or events that a register has counted, by place, year, sex, age and category.
///
/// Places are those of today: whoever fills a table has traced the owner's codes there. Anything a register does not
/// tell is `nil`, never 0.
@_spi(Confidential) public struct CountTable: Sendable {
    /// What a table tells apart. No two ages overlap; sexes are either both alone, or men and women.
    public struct Axes: Hashable, Sendable {
        /// The places.
        public let areas: [Area]
        /// The years, in order and without gaps.
        public let years: ClosedRange<Int>
        /// The sexes.
        public let sexes: [Sex]
        /// The ages, in order.
        public let ages: [AgeRange]
        /// The categories.
        public let categories: [String]

        /// The axes of a table.
        public init(areas: [Area], years: ClosedRange<Int>, sexes: [Sex], ages: [AgeRange], categories: [String]) {
            self.areas = areas
            self.years = years
            self.sexes = sexes
            self.ages = ages
            self.categories = categories
        }

        /// How many cells there are.
        public var size: Int { areas.count * years.count * sexes.count * ages.count * categories.count }
    }

    /// How far a figure is to be trusted.
    public struct Quality: Hashable, Sendable {
        /// The years whose figures may still change.
        public var provisionalYears: Set<Int> = []
        /// The years from which the register counts something else than the year before.
        public var breaks: Set<Int> = []
        /// The share of forms or persons that could be counted, of 1; `nil` where nothing is missing.
        public var completeness: Double?
        /// True if records were weighted or shared out between places, so that counts are estimates.
        public var isEstimate = false
        /// True if the delivery was made by a program.
        public var isSynthetic = false

        /// Final, complete and real.
        public init() {}
    }

    /// What is told apart.
    public let axes: Axes
    /// How far the figures are to be trusted.
    public let quality: Quality
    /// The smallest places the register knows.
    public let lowestGeography: GeographicLevel
    private let places: [Area: Int]
    private let categories: [String: Int]
    /// Counts in the order of the axes, the last one fastest; negative where there is no number.
    private let counts: [Double]

    /// The mark of a cell without a number in ``init(axes:counts:quality:lowestGeography:)``.
    public static let absent = -1.0

    /// A table of `counts` in the order of the axes: places slowest, categories fastest.
    public init(axes: Axes, counts: [Double], quality: Quality, lowestGeography: GeographicLevel) {
        precondition(counts.count == axes.size, "a table has a count for each cell")
        self.axes = axes
        self.counts = counts
        self.quality = quality
        self.lowestGeography = lowestGeography
        places = Dictionary(uniqueKeysWithValues: axes.areas.enumerated().map { ($1, $0) })
        categories = Dictionary(uniqueKeysWithValues: axes.categories.enumerated().map { ($1, $0) })
    }

    /// The count of one cell, by its place on the axes of sexes and ages; `nil` where the register has no number.
    public func count(_ area: Area, _ year: Int, sex: Int, age: Int, _ category: String) -> Double? {
        sum(area, year, sexes: CollectionOfOne(sex), ages: CollectionOfOne(age), category)
    }

    /// The sum over `sexes` and `ages`, given by their places on the axes; `nil` where any of them has no number.
    public func sum(
        _ area: Area, _ year: Int, sexes: some Collection<Int>, ages: some Collection<Int>, _ category: String
    ) -> Double? {
        guard let place = places[area], axes.years.contains(year), let category = categories[category] else {
            return nil
        }
        let first = (place * axes.years.count + year - axes.years.lowerBound) * axes.sexes.count
        var sum = 0.0
        for sex in sexes {
            for age in ages {
                let count = counts[((first + sex) * axes.ages.count + age) * axes.categories.count + category]
                if count < 0 { return nil }
                sum += count
            }
        }
        return sum
    }
}
