/// The two-sided p-value that a proportion differs from a fixed value: the score test, which agrees with
/// ``wilsonInterval(numerator:denominator:z:)`` (the p-value is below α exactly when the 1 − α interval leaves the
/// value out). `denominator` must be positive and `reference` lie strictly between 0 and 1.
public func proportionTest(numerator: Int, denominator: Int, against reference: Double) -> Double {
    precondition(denominator > 0 && (0...denominator).contains(numerator) && reference > 0 && reference < 1)
    let total = Double(denominator)
    let standardError = (reference * (1 - reference) / total).squareRoot()
    return NormalDistribution.twoSided((Double(numerator) / total - reference) / standardError)
}

/// The two-sided p-value that two independent proportions differ: Pearson's chi-square with one degree of freedom and
/// no continuity correction, which is the square of the pooled z. Both denominators must be positive. Where nobody
/// or everybody has the event the proportions are equal, and the p-value 1.
public func proportionTest(_ first: (numerator: Int, denominator: Int), _ second: (numerator: Int, denominator: Int))
    -> Double
{
    precondition(first.denominator > 0 && second.denominator > 0)
    let n1 = Double(first.denominator)
    let n2 = Double(second.denominator)
    let pooled = Double(first.numerator + second.numerator) / (n1 + n2)
    guard pooled > 0, pooled < 1 else { return 1 }
    let standardError = (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
    return NormalDistribution.twoSided((Double(first.numerator) / n1 - Double(second.numerator) / n2) / standardError)
}
