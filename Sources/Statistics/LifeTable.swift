/// An abridged life table and the life expectancy at the age where its first band begins.
///
/// Chiang's second method (Chiang (1984), The Life Table and its Applications), with 0.1 of the first year and half of
/// any other band lived by those who die in it, and the variance of Silcocks, Jenner & Reza (2001), J Epidemiol
/// Community Health 55:38–43, to which the open band contributes. As the English local profiles do, it gives nothing
/// for 5000 people or fewer, nor where the 95 % interval is wider than 20 years.
public struct LifeTable: Hashable, Sendable {
    /// One age band.
    public struct Band: Hashable, Sendable {
        /// The age it begins at, in whole years.
        public let from: Int
        /// How many years it spans; `nil` for the last band, which is open.
        public let width: Double?
        /// Person-years lived in it (years that are pooled are summed).
        public let population: Double
        /// Deaths in it.
        public let deaths: Double

        /// A band.
        public init(from: Int, width: Double?, population: Double, deaths: Double) {
            self.from = from
            self.width = width
            self.population = population
            self.deaths = deaths
        }
    }

    /// Why there is no life expectancy.
    public enum Refused: Refusal {
        /// The bands don't follow one another up to an open one, or the first year of life isn't a band of its own.
        case bands
        /// A number is negative or not finite.
        case number
        /// Nobody lives in the band from this age.
        case emptyBand(from: Int)
        /// More people died than lived in the band from this age.
        case moreDeathsThanPeople(from: Int)
        /// Nobody died in the open band, so that its years have no end.
        case noDeathsInOpenBand
        /// All bands hold 5000 person-years or fewer.
        case smallPopulation
        /// The 95 % interval is wider than 20 years.
        case wideInterval

        /// The reason as reference tables write it.
        public var id: String {
            switch self {
            case .bands: "bands"
            case .number: "number"
            case .emptyBand: "empty-band"
            case .moreDeathsThanPeople: "more-deaths-than-people"
            case .noDeathsInOpenBand: "no-deaths-in-open-band"
            case .smallPopulation: "small-population"
            case .wideInterval: "wide-interval"
            }
        }
    }

    /// Expected years of life from the age where the first band begins.
    public let lifeExpectancy: Double
    /// The square of the standard error of ``lifeExpectancy``, in years².
    public let variance: Double

    /// The table of `bands`, in rising order; `nil` for any ``Refused``.
    public init?(_ bands: [Band]) { do { try self.init(bands: bands) } catch { return nil } }

    /// The table of `bands`, in rising order, or why there is none.
    public init(bands: [Band]) throws(Refused) {
        try Self.check(bands)
        var survivors = 1.0
        var rows: [(survivors: Double, years: Double, dying: Double, lived: Double)] = []
        for band in bands {
            let rate = band.deaths / band.population
            guard let width = band.width else {
                rows.append((survivors, survivors / rate, 1, 0))
                break
            }
            let lived = band.from == 0 ? 0.1 : 0.5
            let dying = min(1, width * rate / (1 + width * (1 - lived) * rate))
            let years = width * survivors * (1 - dying * (1 - lived))
            rows.append((survivors, years, dying, (1 - lived) * width))
            survivors *= 1 - dying
        }
        var yearsAfter = 0.0
        var variance = 0.0
        for (band, row) in zip(bands, rows).reversed() {
            if band.width == nil {
                let rate = band.deaths / band.population
                variance += row.survivors * row.survivors / (band.deaths * rate * rate)
            } else if band.deaths > 0, row.dying < 1, row.survivors > 0 {
                let spread = row.dying * row.dying * (1 - row.dying) / band.deaths
                // years lost by a death in the band: the rest of the band, and the expectancy after it
                let after = yearsAfter / (row.survivors * (1 - row.dying))
                let weight = row.survivors * (row.lived + after)
                variance += weight * weight * spread
            }
            yearsAfter += row.years
        }
        lifeExpectancy = yearsAfter
        self.variance = variance
        if Self.isTooWide(interval(level: 0.95)) { throw .wideInterval }
    }

    /// Whether a 95 % interval, of a life expectancy or of the difference between two, is wider than 20 years and so
    /// says too little.
    public static func isTooWide(_ interval: ClosedRange<Double>) -> Bool {
        interval.upperBound - interval.lowerBound > 20
    }

    /// The interval of ``lifeExpectancy`` at `level`: the normal one.
    public func interval(level: Double) -> ClosedRange<Double> {
        let margin = NormalDistribution.z(level: level) * variance.squareRoot()
        return lifeExpectancy - margin...lifeExpectancy + margin
    }

    private static func check(_ bands: [Band]) throws(Refused) {
        guard let first = bands.first, let last = bands.last, last.width == nil, first.from >= 0 else { throw .bands }
        if first.from == 0, first.width != 1 { throw .bands }
        for (band, next) in zip(bands, bands.dropFirst()) {
            guard let width = band.width, width > 0, Double(band.from) + width == Double(next.from) else {
                throw .bands
            }
        }
        let isSound = bands.allSatisfy {
            $0.population.isFinite && $0.population >= 0 && $0.deaths.isFinite && $0.deaths >= 0
        }
        guard isSound else { throw .number }
        if bands.reduce(0, { $0 + $1.population }) <= 5000 { throw .smallPopulation }
        for band in bands {
            if band.population == 0 { throw .emptyBand(from: band.from) }
            if band.deaths > band.population { throw .moreDeathsThanPeople(from: band.from) }
        }
        if last.deaths == 0 { throw .noDeathsInOpenBand }
    }
}
