/// The two-sided p-value that two independent, indirectly standardised proportions differ: that the ratios of observed
/// to expected events are not the same.
///
/// A score test: if both groups have the ratio k = ΣO/ΣE, each count is binomial with the mean kEᵢ out of nᵢ, and
/// O₁/E₁ − O₂/E₂ has the variance Σ nᵢqᵢ(1 − qᵢ)/Eᵢ², qᵢ = kEᵢ/nᵢ (Rao (1948), Proc Camb Phil Soc 44:50–57). Where the
/// expected counts are the same part of both denominators, this is the test of two proportions,
/// ``proportionTest(_:_:)``. Denominators and expected counts must be positive. Where nobody or everybody has the event
/// the p-value is 1.
public func standardisedProportionTest(
    _ first: (numerator: Double, denominator: Double, expected: Double),
    _ second: (numerator: Double, denominator: Double, expected: Double)
) -> Double {
    precondition([first, second].allSatisfy { $0.denominator > 0 && $0.expected > 0 })
    let ratio = (first.numerator + second.numerator) / (first.expected + second.expected)
    let variance = [first, second].reduce(0) { sum, group in
        let share = min(1, ratio * group.expected / group.denominator)
        return sum + group.denominator * share * (1 - share) / (group.expected * group.expected)
    }
    guard variance > 0 else { return 1 }
    let difference = first.numerator / first.expected - second.numerator / second.expected
    return NormalDistribution.twoSided(difference / variance.squareRoot())
}
