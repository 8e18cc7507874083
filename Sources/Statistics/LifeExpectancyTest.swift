/// The two-sided p-value that a life expectancy with its `variance` differs from a fixed value; the variance must be
/// positive.
///
/// The normal test that goes with ``LifeTable/interval(level:)``: Chiang (1984), The Life Table and its Applications,
/// chapter 8.
public func lifeExpectancyTest(_ years: Double, variance: Double, against reference: Double) -> Double {
    precondition(variance > 0)
    return NormalDistribution.twoSided((years - reference) / variance.squareRoot())
}

/// The two-sided p-value that two independent life expectancies differ; at least one variance must be positive.
public func lifeExpectancyTest(
    _ first: (years: Double, variance: Double), _ second: (years: Double, variance: Double)
) -> Double {
    precondition(first.variance + second.variance > 0)
    return NormalDistribution.twoSided((first.years - second.years) / (first.variance + second.variance).squareRoot())
}
