/// The two-sided p-value that a proportion differs from a fixed value: the score test, which agrees with
/// ``wilsonInterval(numerator:denominator:z:)`` (the p-value is below α exactly when the 1 − α interval leaves the
/// value out). `denominator` must be positive and `reference` lie strictly between 0 and 1.
public func proportionTest(numerator: Double, denominator: Double, against reference: Double) -> Double {
    precondition(denominator > 0 && (0...denominator).contains(numerator) && reference > 0 && reference < 1)
    let standardError = (reference * (1 - reference) / denominator).squareRoot()
    return NormalDistribution.twoSided((numerator / denominator - reference) / standardError)
}

/// ``proportionTest(numerator:denominator:against:)`` of whole counts.
public func proportionTest(numerator: Int, denominator: Int, against reference: Double) -> Double {
    proportionTest(numerator: Double(numerator), denominator: Double(denominator), against: reference)
}

/// The two-sided p-value that two independent proportions differ: Pearson's chi-square with one degree of freedom and
/// no continuity correction, which is the square of the pooled z. Both denominators must be positive. Where nobody
/// or everybody has the event the proportions are equal, and the p-value 1.
public func proportionTest(
    _ first: (numerator: Double, denominator: Double), _ second: (numerator: Double, denominator: Double)
) -> Double {
    precondition(first.denominator > 0 && second.denominator > 0)
    let pooled = (first.numerator + second.numerator) / (first.denominator + second.denominator)
    guard pooled > 0, pooled < 1 else { return 1 }
    let standardError = (pooled * (1 - pooled) * (1 / first.denominator + 1 / second.denominator)).squareRoot()
    return NormalDistribution.twoSided(
        (first.numerator / first.denominator - second.numerator / second.denominator) / standardError)
}

/// The same of whole counts.
public func proportionTest(_ first: (numerator: Int, denominator: Int), _ second: (numerator: Int, denominator: Int))
    -> Double
{
    proportionTest(
        (Double(first.numerator), Double(first.denominator)), (Double(second.numerator), Double(second.denominator)))
}
