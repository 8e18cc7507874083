/// The two-sided p-value of `observed` events where `expected` were to be expected; neither may be negative.
///
/// Twice the smaller exact Poisson tail, at most 1, so that below 10 events it agrees with
/// ``poissonInterval(events:level:)``: Breslow & Day (1987), Statistical Methods in Cancer Research II, §2.3. No
/// mid-p. Where nothing was expected, any event has p-value 0 and none p-value 1.
public func poissonTest(observed: Double, expected: Double) -> Double {
    precondition(observed >= 0 && expected >= 0)
    let above = GammaDistribution.probability(.lower, expected, shape: observed)
    let below = GammaDistribution.probability(.upper, expected, shape: observed + 1)
    return min(1, 2 * min(above, below))
}

/// The two-sided p-value that two Poisson counts have the same ratio to their bases (person-years, or expected
/// events): given their sum, the first count is binomial with the first base's part of both.
///
/// Twice the smaller exact tail, at most 1: Przyborowski & Wilenski (1940), Biometrika 31:313–323; Breslow & Day
/// (1987), Statistical Methods in Cancer Research II, §3.4. No number may be negative. 1 where nothing was counted or
/// both bases are zero.
public func rateRatioTest(_ o1: Double, _ e1: Double, _ o2: Double, _ e2: Double) -> Double {
    precondition(o1 >= 0 && e1 >= 0 && o2 >= 0 && e2 >= 0)
    guard o1 + o2 > 0, e1 + e2 > 0 else { return 1 }
    let p = e1 / (e1 + e2)
    let q = e2 / (e1 + e2)
    let above = BetaDistribution.lowerTail(p, q, o1, o2 + 1)
    let below = BetaDistribution.lowerTail(q, p, o2, o1 + 1)
    return min(1, 2 * min(above, below))
}
