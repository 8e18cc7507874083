/// The count, mean and sample variance (n − 1 below the line) of a set of values: all that an interval or a test of a
/// mean needs.
public struct MeanSummary: Hashable, Sendable {
    /// How many values.
    public let count: Int
    /// Their mean.
    public let mean: Double
    /// Their variance with n − 1 below the line.
    public let variance: Double

    /// The summary of `counts` values of each given kind; `nil` for fewer than two values.
    public init?(_ values: some Sequence<(value: Double, count: Int)>) {
        var total = 0
        var sum = 0.0
        for (value, count) in values {
            total += count
            sum += value * Double(count)
        }
        guard total >= 2 else { return nil }
        let mean = sum / Double(total)
        var squares = 0.0
        for (value, count) in values { squares += (value - mean) * (value - mean) * Double(count) }
        self.init(count: total, mean: mean, variance: squares / Double(total - 1))
    }

    /// A summary worked out elsewhere; `count` must be at least two.
    public init(count: Int, mean: Double, variance: Double) {
        precondition(count >= 2 && variance >= 0)
        self.count = count
        self.mean = mean
        self.variance = variance
    }

    /// The square of the standard error of the mean.
    fileprivate var squaredError: Double { variance / Double(count) }
}

/// Student's interval for a mean at `level` (such as 0.95).
public func meanInterval(_ summary: MeanSummary, level: Double) -> ClosedRange<Double> {
    let t = StudentDistribution.quantile(level: level, degreesOfFreedom: Double(summary.count - 1))
    let margin = t * summary.squaredError.squareRoot()
    return summary.mean - margin...summary.mean + margin
}

/// The two-sided p-value that a mean differs from a fixed value (Student's one-sample test); the variance must be
/// positive.
public func meanTest(_ summary: MeanSummary, against reference: Double) -> Double {
    precondition(summary.variance > 0)
    let t = (summary.mean - reference) / summary.squaredError.squareRoot()
    return StudentDistribution.twoSided(t, degreesOfFreedom: Double(summary.count - 1))
}

/// The two-sided p-value that two independent means differ, variances unequal: Welch (1947), Biometrika 34:28–35.
/// At least one variance must be positive.
public func meanTest(_ first: MeanSummary, _ second: MeanSummary) -> Double {
    let errors = first.squaredError + second.squaredError
    precondition(errors > 0)
    let degrees =
        errors * errors
        / (first.squaredError * first.squaredError / Double(first.count - 1)
            + second.squaredError * second.squaredError / Double(second.count - 1))
    return StudentDistribution.twoSided((first.mean - second.mean) / errors.squareRoot(), degreesOfFreedom: degrees)
}
