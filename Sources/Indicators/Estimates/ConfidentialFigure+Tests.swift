import Statistics

/// Comparing figures before they are published: only what comes of it, a mark, may leave.
@_spi(Confidential) extension ConfidentialFigure {
    /// The interval at `level` (such as 0.95) in the indicator's unit, of which a whole has `scale`; `nil` where the
    /// method gives none.
    public func interval(level: Double, scale: Double) -> ClosedRange<Double>? {
        guard let interval = basis?.interval(level: level) else { return nil }
        switch basis {
        case .mean, .lifeExpectancy: return interval
        default: break
        }
        return interval.lowerBound * scale...interval.upperBound * scale
    }

    /// The p-value that this figure differs from `reference`, which is taken as fixed; `nil` where none can be had.
    public func pValue(againstFixed reference: ConfidentialFigure) -> Double? {
        guard let own = basis, let other = reference.basis else { return nil }
        return own.pValue(againstFixed: other)
    }

    /// The trend of `points`, all of one series: those of proportions by their counts, those of other estimates by the
    /// width of their intervals at `level`. Points without an interval are left out, so that a gap is a gap.
    public static func trend(of points: [ConfidentialFigure], level: Double, scale: Double) throws(Trend.Refused)
        -> Trend
    {
        var proportions: [Trend.Proportion] = []
        var values: [Trend.Value] = []
        for point in points {
            let period = Trend.Period(first: point.key.period.start, last: point.key.period.end)
            guard case .estimate(let value, let basis) = point.value else { continue }
            if case .proportion(let numerator, let denominator) = basis {
                proportions.append(Trend.Proportion(period, numerator: numerator, denominator: denominator))
            } else if let interval = point.interval(level: level, scale: scale) {
                values.append(Trend.Value(period, value: value, interval: interval, level: level))
            }
        }
        return try proportions.isEmpty ? Trend(values) : Trend(proportions)
    }

    /// The p-value that this figure differs from `other`, which shares nobody with it; `nil` where none can be had.
    public func pValue(againstIndependent other: Basis) -> Double? { basis?.pValue(againstIndependent: other) }
}
