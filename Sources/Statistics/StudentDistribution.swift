import Foundation

/// Student's t distribution.
public enum StudentDistribution {
    /// The two-sided p-value of `t` with `degreesOfFreedom`, which must be positive.
    ///
    /// By the regularised incomplete beta function: p = I(ν/(ν+t²); ν/2, ½) (Abramowitz & Stegun 26.7.1).
    public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
        let x = degreesOfFreedom / (degreesOfFreedom + t * t)
        return regularisedBeta(x, degreesOfFreedom / 2, 0.5)
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

    /// I(x; a, b) by Lentz's continued fraction (Numerical Recipes §6.4; DLMF 8.17.22).
    private static func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
        if x < (a + 1) / (a + b + 2) { return front * continuedFraction(x, a, b) / a }
        return 1 - front * continuedFraction(1 - x, b, a) / b
    }

    private static func logGamma(_ x: Double) -> Double { lgamma(x) }

    private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / kept(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...10_000 {
            let m = Double(step)
            for numerator in [
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            ] {
                d = 1 / kept(1 + numerator * d)
                c = kept(1 + numerator / c)
                result *= d * c
            }
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result
    }
}
