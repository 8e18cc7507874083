/// The interval, at `level` (such as 0.95), for the expected number behind a count of `events`, which may not be
/// negative and need not be whole.
///
/// Below 10 events the exact limits: half the chi-square quantiles with 2O and 2O + 2 degrees of freedom (Garwood
/// (1936), Biometrika 28:437–442). From 10 events Byar's: O(1 − 1/(9O) − z/(3√O))³ and the like with O + 1 (Breslow &
/// Day (1987), Statistical Methods in Cancer Research II, p. 69).
public func poissonInterval(events: Double, level: Double) -> ClosedRange<Double> {
    precondition(events >= 0 && level > 0 && level < 1)
    if events < 10 {
        let tail = (1 - level) / 2
        let lower = events == 0 ? 0 : GammaDistribution.quantile(.lower, tail, shape: events)
        return lower...GammaDistribution.quantile(.upper, tail, shape: events + 1)
    }
    let z = NormalDistribution.z(level: level)
    func byar(_ count: Double, _ z: Double) -> Double {
        let root = max(0, 1 - 1 / (9 * count) + z / (3 * count.squareRoot()))
        return count * root * root * root
    }
    return byar(events, -z)...byar(events + 1, z)
}

/// The interval for a rate of `events` in `personYears`, which must be positive, as events per person-year:
/// ``poissonInterval(events:level:)`` over the person-years.
public func rateInterval(events: Double, personYears: Double, level: Double) -> ClosedRange<Double> {
    precondition(personYears > 0)
    let limits = poissonInterval(events: events, level: level)
    return limits.lowerBound / personYears...limits.upperBound / personYears
}
