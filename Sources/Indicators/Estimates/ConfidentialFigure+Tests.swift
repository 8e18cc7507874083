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

    /// The p-value that this figure differs from `other`, which shares nobody with it; `nil` where none can be had.
    public func pValue(againstIndependent other: Basis) -> Double? { basis?.pValue(againstIndependent: other) }
}
