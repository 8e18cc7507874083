/// A rate weighted to a standard population, stratum by stratum.
///
/// DSR = Σ w·O/n / Σ w, with the variance Σ w²·O/n² / (Σ w)². None below 10 events, as its limits lean on the count.
/// Breslow & Day (1987), Statistical Methods in Cancer Research II, §2.1.
public struct DirectStandardisation: Hashable, Sendable {
    /// One stratum.
    public struct Stratum: Hashable, Sendable {
        /// Events in it, not negative.
        public let events: Double
        /// People or person-years in it, not negative.
        public let population: Double
        /// The standard population's size in it, not negative.
        public let weight: Double

        /// A stratum.
        public init(events: Double, population: Double, weight: Double) {
            self.events = events
            self.population = population
            self.weight = weight
        }
    }

    /// Why there is no rate.
    public enum Refused: Refusal {
        /// There are no strata.
        case shape
        /// A number is negative or not finite.
        case number
        /// The standard population is empty.
        case noWeight
        /// The standard gives weight to a stratum (counted from 0) in which nobody lives, so that it has no rate.
        case emptyStratum(Int)
        /// Fewer than 10 events in all.
        case fewEvents

        /// The reason as reference tables write it.
        public var id: String {
            switch self {
            case .shape: "shape"
            case .number: "number"
            case .noWeight: "no-weight"
            case .emptyStratum: "empty-stratum"
            case .fewEvents: "few-events"
            }
        }
    }

    /// The standardised rate, as events per person or person-year.
    public let rate: Double
    /// The variance of ``rate``.
    public let variance: Double
    /// Events in all strata.
    public let events: Double
    /// The largest weight that one event carries.
    private let largestStep: Double

    /// Standardises, or says why not.
    public init(_ strata: [Stratum]) throws(Refused) {
        if strata.isEmpty { throw .shape }
        let isSound = strata.allSatisfy { stratum in
            [stratum.events, stratum.population, stratum.weight].allSatisfy { $0.isFinite && $0 >= 0 }
        }
        guard isSound else { throw .number }
        let total = strata.reduce(0) { $0 + $1.weight }
        guard total > 0 else { throw .noWeight }
        if let empty = strata.firstIndex(where: { $0.weight > 0 && $0.population == 0 }) { throw .emptyStratum(empty) }
        events = strata.reduce(0) { $0 + $1.events }
        guard events >= 10 else { throw .fewEvents }
        let counted = strata.filter { $0.weight > 0 }.map {
            (step: $0.weight / total / $0.population, count: $0.events)
        }
        rate = counted.reduce(0) { $0 + $1.step * $1.count }
        variance = counted.reduce(0) { $0 + $1.step * $1.step * $1.count }
        largestStep = counted.reduce(0) { max($0, $1.step) }
    }

    /// Dobson's interval: the Poisson limits of the events, drawn out by the standard error.
    ///
    /// Dobson, Kuulasmaa, Eberle & Scherer (1991), Stat Med 10:457–462: DSR + √(Var/O)·(limit of O − O).
    public func interval(level: Double) -> ClosedRange<Double> {
        let limits = poissonInterval(events: events, level: level)
        let scale = (variance / events).squareRoot()
        return rate + scale * (limits.lowerBound - events)...rate + scale * (limits.upperBound - events)
    }

    /// The gamma interval, which keeps its level where the weights vary much and is then wider upwards.
    ///
    /// Fay & Feuer (1997), Stat Med 16:791–801.
    public func gammaInterval(level: Double) -> ClosedRange<Double> {
        let tail = (1 - level) / 2
        func limit(_ side: GammaDistribution.Tail, _ mean: Double, _ variance: Double) -> Double {
            variance / mean * GammaDistribution.quantile(side, tail, shape: mean * mean / variance)
        }
        let lower = rate == 0 ? 0 : limit(.lower, rate, variance)
        return lower...limit(.upper, rate + largestStep, variance + largestStep * largestStep)
    }
}
