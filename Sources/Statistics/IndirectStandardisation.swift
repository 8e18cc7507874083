/// Observed events against those to be expected at a reference's rates, stratum by stratum (age and sex).
///
/// SMR = 100 · ΣO / Σ(population · reference rate), so that the reference stands at 100; the standardised rate (MEIS)
/// is the SMR times the reference's crude rate. Breslow & Day (1987), Statistical Methods in Cancer Research II, §2.3.
public struct IndirectStandardisation: Hashable, Sendable {
    /// One stratum.
    public struct Stratum: Hashable, Sendable {
        /// Events in it, not negative.
        public let observed: Double
        /// People or person-years in it, not negative; none is a stratum that expects nothing.
        public let population: Double
        /// The reference's events per person or person-year in it, not negative.
        public let reference: Double

        /// A stratum.
        public init(observed: Double, population: Double, reference: Double) {
            self.observed = observed
            self.population = population
            self.reference = reference
        }
    }

    /// Why there is no ratio.
    public enum Refused: Refusal {
        /// The lists differ in length, or are empty.
        case shape
        /// A number is negative or not finite.
        case number
        /// Nothing is expected, so there is nothing to compare with.
        case nothingExpected

        /// The reason as reference tables write it.
        public var id: String {
            switch self {
            case .shape: "shape"
            case .number: "number"
            case .nothingExpected: "nothing-expected"
            }
        }
    }

    /// Events observed, all strata.
    public let observed: Double
    /// Events expected at the reference's rates, all strata; positive.
    public let expected: Double

    /// Standardises, or says why not.
    public init(_ strata: [Stratum]) throws(Refused) {
        if strata.isEmpty { throw .shape }
        let isSound = strata.allSatisfy { stratum in
            [stratum.observed, stratum.population, stratum.reference].allSatisfy { $0.isFinite && $0 >= 0 }
        }
        guard isSound else { throw .number }
        observed = strata.reduce(0) { $0 + $1.observed }
        expected = strata.reduce(0) { $0 + $1.population * $1.reference }
        guard expected > 0 else { throw .nothingExpected }
    }

    /// Standardises lists of equal length, one entry a stratum; `nil` for any ``Refused``.
    public init?(observed: [Double], population: [Double], reference: [Double]) {
        guard observed.count == population.count, population.count == reference.count else { return nil }
        let strata = observed.indices.map {
            Stratum(observed: observed[$0], population: population[$0], reference: reference[$0])
        }
        do { try self.init(strata) } catch { return nil }
    }

    /// The ratio of observed to expected, the reference at 100.
    public var smr: Double { 100 * observed / expected }

    /// The interval of ``smr``: that of the observed count, over the expected.
    public func smrInterval(level: Double) -> ClosedRange<Double> {
        let limits = poissonInterval(events: observed, level: level)
        return 100 * limits.lowerBound / expected...100 * limits.upperBound / expected
    }
}
