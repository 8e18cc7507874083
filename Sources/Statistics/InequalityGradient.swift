/// How a value changes from one end of the population to the other when its groups stand in an order, such as by
/// deprivation: the slope index of inequality (SII) and the relative index (RII).
///
/// A straight line, weighted by population, through the groups' values against the middle of each group's place in
/// the cumulated population, from 0 at the first group's end to 1 at the last's: Mackenbach & Kunst (1997), Soc Sci Med
/// 44:757–771; Pamuk (1985), Popul Stud 39:17–31.
public struct InequalityGradient: Hashable, Sendable {
    /// One group, in its place in the order.
    public struct Group: Hashable, Sendable {
        /// How many people are in it; positive.
        public let population: Double
        /// Its value.
        public let value: Double
        /// The standard error of its value, not negative; `nil` where it isn't known.
        public let standardError: Double?

        /// A group.
        public init(population: Double, value: Double, standardError: Double? = nil) {
            self.population = population
            self.value = value
            self.standardError = standardError
        }
    }

    /// Why there is no gradient.
    public enum Refused: Refusal {
        /// Fewer than three groups.
        case fewGroups
        /// A number is not finite, or a population or standard error is negative.
        case number
        /// Nobody is in the group (counted from 0).
        case emptyGroup(Int)

        /// The reason as reference tables write it.
        public var id: String {
            switch self {
            case .fewGroups: "few-groups"
            case .number: "number"
            case .emptyGroup: "empty-group"
            }
        }
    }

    /// The line's value where the first group begins.
    public let start: Double
    /// SII: the line's value where the last group ends, less that where the first begins.
    public let slopeIndex: Double
    /// The squared standard error of ``slopeIndex`` by the values' spread around the line.
    private let residualVariance: Double
    /// The squared standard error of ``slopeIndex`` by the groups' own errors; `nil` where one of them isn't known.
    public let sampledVariance: Double?
    private let groups: Int

    /// Draws the line, or says why not.
    public init(_ groups: [Group]) throws(Refused) {
        if groups.count < 3 { throw .fewGroups }
        for (index, group) in groups.enumerated() {
            let numbers = [group.population, group.value, group.standardError ?? 0]
            guard numbers.allSatisfy(\.isFinite), group.population >= 0, group.standardError ?? 0 >= 0 else {
                throw .number
            }
            if group.population == 0 { throw .emptyGroup(index) }
        }
        let total = groups.reduce(0) { $0 + $1.population }
        var before = 0.0
        var points: [(weight: Double, rank: Double, group: Group)] = []
        for group in groups {
            points.append((group.population / total, (before + group.population / 2) / total, group))
            before += group.population
        }
        // the mean rank is ½ whatever the sizes
        let mean = points.reduce(0) { $0 + $1.weight * $1.group.value }
        let spread = points.reduce(0) { $0 + $1.weight * ($1.rank - 0.5) * ($1.rank - 0.5) }
        let slope = points.reduce(0) { $0 + $1.weight * ($1.rank - 0.5) * ($1.group.value - mean) } / spread
        let residuals = points.reduce(0) { sum, point in
            let rest = point.group.value - mean - slope * (point.rank - 0.5)
            return sum + point.weight * rest * rest
        }
        let errors = points.compactMap { point in
            point.group.standardError.map { point.weight * (point.rank - 0.5) / spread * $0 }
        }
        start = mean - slope / 2
        slopeIndex = slope
        residualVariance = residuals / Double(groups.count - 2) / spread
        sampledVariance = errors.count == groups.count ? errors.reduce(0) { $0 + $1 * $1 } : nil
        self.groups = groups.count
    }

    /// RII: the line's value where the last group ends over that where the first begins; `nil` unless both are
    /// positive, as for values on both sides of zero.
    public var relativeIndex: Double? {
        let end = start + slopeIndex
        return start > 0 && end > 0 ? end / start : nil
    }

    /// The interval of ``slopeIndex`` by the values' spread around the line: Student's, two degrees of freedom fewer
    /// than groups.
    public func interval(level: Double) -> ClosedRange<Double> {
        let t = StudentDistribution.quantile(level: level, degreesOfFreedom: Double(groups - 2))
        let margin = t * residualVariance.squareRoot()
        return slopeIndex - margin...slopeIndex + margin
    }

    /// The interval of ``slopeIndex`` by the groups' own standard errors: the slope is a weighted sum of the values,
    /// so this is what simulation of the values would approach. `nil` where an error isn't known.
    public func sampledInterval(level: Double) -> ClosedRange<Double>? {
        guard let sampledVariance else { return nil }
        let margin = NormalDistribution.z(level: level) * sampledVariance.squareRoot()
        return slopeIndex - margin...slopeIndex + margin
    }
}
