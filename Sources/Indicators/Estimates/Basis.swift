import Statistics

/// The counts an estimate rests on: what its interval and its tests are made of. Never published.
///
/// Counts that are weighted stand here as the fewer ones they were made from, so that intervals are as wide as they
/// should be.
@_spi(Confidential) public enum Basis: Hashable, Sendable {
    /// Some of those who make up the denominator.
    case proportion(numerator: Double, denominator: Double)
    /// Two groups that share nobody.
    case ratio(numerator: Int, denominator: Int)
    /// A mean of ages.
    case mean(MeanSummary)
    /// Events in the years that people lived.
    case rate(events: Double, personYears: Double)
    /// A proportion set against the one expected, with the country's own proportion, of 1.
    case standardisedProportion(numerator: Double, denominator: Double, expected: Double, country: Double)
    /// Events set against those expected, with the country's own rate, per person-year.
    case standardisedRate(events: Double, expected: Double, country: Double)
    /// A life expectancy, or the difference between two, in years, with its variance.
    case lifeExpectancy(Double, variance: Double)
    /// A slope index of rates, per person-year, with its variance.
    case slopeIndex(Double, variance: Double)
    /// Nothing that a test could use: a growth, a whole count, or a figure its owner worked out.
    case none

    /// The interval that would hold the true value at `level`: years for a mean or a life expectancy, and otherwise in the
    /// unit of a proportion, ratio or rate of 1.
    func interval(level: Double) -> ClosedRange<Double>? {
        let z = NormalDistribution.z(level: level)
        switch self {
        case .proportion(let numerator, let denominator) where denominator > 0:
            return wilsonInterval(numerator: numerator, denominator: denominator, z: z)
        case .ratio(let numerator, let denominator) where numerator > 0 && denominator > 0:
            return ratioInterval(numerator: numerator, denominator: denominator, z: z)
        case .mean(let summary): return meanInterval(summary, level: level)
        case .rate(let events, let personYears) where personYears > 0:
            return rateInterval(events: events, personYears: personYears, level: level)
        case .standardisedProportion(let numerator, let denominator, let expected, let country)
        where denominator > 0 && expected > 0:
            let own = wilsonInterval(numerator: numerator, denominator: denominator, z: z)
            return own.scaled(by: denominator / expected * country)
        case .standardisedRate(let events, let expected, let country) where expected > 0:
            return poissonInterval(events: events, level: level).scaled(by: country / expected)
        case .lifeExpectancy(let value, let variance), .slopeIndex(let value, let variance):
            let margin = z * variance.squareRoot()
            return value - margin...value + margin
        default: return nil
        }
    }

    /// The two-sided p-value that the estimate differs from a reference taken as fixed, such as the country's.
    func pValue(againstFixed reference: Basis) -> Double? {
        switch (self, reference) {
        case (.proportion(let numerator, let denominator), .proportion(let top, let bottom)):
            return Self.test(numerator, denominator, against: top, of: bottom)
        case (.ratio(let a, let b), .ratio(let c, let d)):
            return Self.test(Double(a), Double(a + b), against: Double(c), of: Double(c + d))
        case (.mean(let own), .mean(let all)):
            return own.variance > 0 ? meanTest(own, against: all.mean) : nil
        case (.rate(let events, let personYears), .rate(let all, let allYears)):
            guard personYears > 0, allYears > 0 else { return nil }
            return poissonTest(observed: events, expected: all / allYears * personYears)
        case (.standardisedProportion(let numerator, let denominator, let expected, _), .standardisedProportion):
            return Self.test(numerator, denominator, against: expected, of: denominator)
        case (.standardisedRate(let events, let expected, _), .standardisedRate):
            return poissonTest(observed: events, expected: expected)
        case (.lifeExpectancy(let own, let variance), .lifeExpectancy(let all, _)),
            (.slopeIndex(let own, let variance), .slopeIndex(let all, _)):
            return variance > 0 ? lifeExpectancyTest(own, variance: variance, against: all) : nil
        default: return nil
        }
    }

    /// The two-sided p-value that the estimate differs from another that shares nobody with it.
    func pValue(againstIndependent other: Basis) -> Double? {
        switch (self, other) {
        case (.proportion(let a, let b), .proportion(let c, let d)):
            return b > 0 && d > 0 ? proportionTest((a, b), (c, d)) : nil
        case (.ratio(let a, let b), .ratio(let c, let d)):
            return a + b > 0 && c + d > 0 ? proportionTest((a, a + b), (c, c + d)) : nil
        case (.mean(let first), .mean(let second)):
            return first.variance + second.variance > 0 ? meanTest(first, second) : nil
        case (.rate(let a, let b), .rate(let c, let d)):
            return b > 0 && d > 0 ? rateRatioTest(a, b, c, d) : nil
        case (.standardisedProportion(let a, let b, let e, _), .standardisedProportion(let c, let d, let f, _)):
            return b > 0 && d > 0 && e > 0 && f > 0 ? standardisedProportionTest((a, b, e), (c, d, f)) : nil
        case (.standardisedRate(let a, let e, _), .standardisedRate(let c, let f, _)):
            return e > 0 && f > 0 ? rateRatioTest(a, e, c, f) : nil
        case (.lifeExpectancy(let first, let variance), .lifeExpectancy(let second, let otherVariance)),
            (.slopeIndex(let first, let variance), .slopeIndex(let second, let otherVariance)):
            return variance + otherVariance > 0
                ? lifeExpectancyTest((first, variance), (second, otherVariance)) : nil
        default: return nil
        }
    }

    /// A ratio a : b is tested as the part a/(a + b), which says the same.
    private static func test(_ numerator: Double, _ denominator: Double, against top: Double, of bottom: Double)
        -> Double?
    {
        guard denominator > 0, 0 < top, top < bottom else { return nil }
        return proportionTest(numerator: numerator, denominator: denominator, against: top / bottom)
    }
}

extension ClosedRange<Double> {
    fileprivate func scaled(by factor: Double) -> ClosedRange<Double> { lowerBound * factor...upperBound * factor }
}
