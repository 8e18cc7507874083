import Statistics

/// The counts an estimate rests on: what its interval and its tests are made of. Never published.
@_spi(Confidential) public enum Basis: Hashable, Sendable {
    /// Some of those who make up the denominator.
    case proportion(numerator: Int, denominator: Int)
    /// Two groups that share nobody.
    case ratio(numerator: Int, denominator: Int)
    /// A mean of ages.
    case mean(MeanSummary)
    /// Nothing that a test could use: a growth, a whole count, or a figure its owner worked out.
    case none

    /// The interval that would hold the true value at `level`, in the unit of a proportion or ratio of 1.
    func interval(level: Double) -> ClosedRange<Double>? {
        let z = NormalDistribution.z(level: level)
        switch self {
        case .proportion(let numerator, let denominator) where denominator > 0:
            return wilsonInterval(numerator: numerator, denominator: denominator, z: z)
        case .ratio(let numerator, let denominator) where numerator > 0 && denominator > 0:
            return ratioInterval(numerator: numerator, denominator: denominator, z: z)
        case .mean(let summary): return meanInterval(summary, level: level)
        default: return nil
        }
    }

    /// The two-sided p-value that the estimate differs from a reference taken as fixed, such as the country's.
    func pValue(againstFixed reference: Basis) -> Double? {
        switch (self, reference) {
        case (.proportion(let numerator, let denominator), .proportion(let top, let bottom)),
            (.ratio(let numerator, let denominator), .ratio(let top, let bottom)):
            let (own, all) = (asProportion(numerator, denominator), asProportion(top, bottom))
            guard own.denominator > 0, 0 < all.numerator, all.numerator < all.denominator else { return nil }
            return proportionTest(
                numerator: own.numerator, denominator: own.denominator,
                against: Double(all.numerator) / Double(all.denominator))
        case (.mean(let own), .mean(let all)):
            return own.variance > 0 ? meanTest(own, against: all.mean) : nil
        default: return nil
        }
    }

    /// The two-sided p-value that the estimate differs from another that shares nobody with it.
    func pValue(againstIndependent other: Basis) -> Double? {
        switch (self, other) {
        case (.proportion(let a, let b), .proportion(let c, let d)), (.ratio(let a, let b), .ratio(let c, let d)):
            let (first, second) = (asProportion(a, b), asProportion(c, d))
            guard first.denominator > 0, second.denominator > 0 else { return nil }
            return proportionTest(first, second)
        case (.mean(let first), .mean(let second)):
            return first.variance + second.variance > 0 ? meanTest(first, second) : nil
        default: return nil
        }
    }

    /// A ratio a : b is tested as the part a/(a + b), which says the same.
    private func asProportion(_ numerator: Int, _ denominator: Int) -> (numerator: Int, denominator: Int) {
        if case .ratio = self { return (numerator, numerator + denominator) }
        return (numerator, denominator)
    }
}
