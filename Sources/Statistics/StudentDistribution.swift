/// Student's t distribution.
public enum StudentDistribution {
    /// The two-sided p-value of `t` with `degreesOfFreedom`, which must be positive.
    ///
    /// By the regularised incomplete beta function: p = I(ν/(ν+t²); ν/2, ½) (Abramowitz & Stegun 26.7.1).
    public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
        let total = degreesOfFreedom + t * t
        return BetaDistribution.lowerTail(degreesOfFreedom / total, t * t / total, degreesOfFreedom / 2, 0.5)
    }

    /// The t that leaves `level` (such as 0.95) between −t and t.
    public static func quantile(level: Double, degreesOfFreedom: Double) -> Double {
        precondition(level > 0 && level < 1 && degreesOfFreedom > 0)
        var low = 0.0
        var high = 2.0
        while twoSided(high, degreesOfFreedom: degreesOfFreedom) > 1 - level { high *= 2 }
        for _ in 0..<200 where high - low > 1e-14 * high {
            let middle = (low + high) / 2
            if twoSided(middle, degreesOfFreedom: degreesOfFreedom) > 1 - level { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
