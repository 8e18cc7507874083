import Foundation

/// Student's t distribution.
public enum StudentDistribution {
    /// The two-sided p-value of `t` with `degreesOfFreedom`, which must be positive.
    ///
    /// By the regularised incomplete beta function: p = I(ν/(ν+t²); ν/2, ½) (Abramowitz & Stegun 26.7.1). From 10 000
    /// degrees of freedom, where ν/(ν+t²) has too few digits left, by the normal z that goes with t: Hill (1970),
    /// algorithm 395, Commun ACM 13:617–619.
    public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
        if degreesOfFreedom >= 10_000 {
            return NormalDistribution.twoSided(normal(t, degreesOfFreedom: degreesOfFreedom))
        }
        let total = degreesOfFreedom + t * t
        return BetaDistribution.lowerTail(degreesOfFreedom / total, t * t / total, degreesOfFreedom / 2, 0.5)
    }

    private static func normal(_ t: Double, degreesOfFreedom: Double) -> Double {
        let a = degreesOfFreedom - 0.5
        let b = 48 * a * a
        let y = a * log1p(t * t / degreesOfFreedom)
        let correction = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b)
        return ((correction + y + 3) / b + 1) * y.squareRoot()
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
