import Foundation

/// The gamma distribution with scale one, whose tails are those of Poisson counts: P(X ≥ o) for a mean m is the lower
/// tail of shape o at m, and P(X ≤ o) the upper tail of shape o + 1.
public enum GammaDistribution {
    /// Which side of a value a probability lies on.
    public enum Tail: Sendable {
        /// Below the value.
        case lower
        /// Above the value.
        case upper
    }

    /// The probability on one side of `x`, for a shape of zero (all of it at zero) or more.
    ///
    /// The regularised incomplete gamma functions P and Q, by series below shape + 1 and by Lentz's continued fraction
    /// above (DLMF 8.7.1 and 8.9.2; Numerical Recipes §6.2).
    public static func probability(_ tail: Tail, _ x: Double, shape: Double) -> Double {
        precondition(shape >= 0 && x >= 0)
        if shape == 0 { return tail == .lower ? 1 : 0 }
        if x == 0 { return tail == .lower ? 0 : 1 }
        let density = PointDensity.poisson(shape, mean: x)
        if x < shape + 1 {
            let lower = min(1, density * series(x, shape))
            return tail == .lower ? lower : 1 - lower
        }
        let upper = min(1, density * shape * continuedFraction(x, shape))
        return tail == .upper ? upper : 1 - upper
    }

    /// The value that has `probability`, strictly between 0 and 1, on the given side of it; `shape` must be positive.
    ///
    /// Newton's method for the logarithm of the tail, kept between bounds that close in.
    public static func quantile(_ tail: Tail, _ probability: Double, shape: Double) -> Double {
        precondition(shape > 0 && probability > 0 && probability < 1)
        func isTooLow(_ x: Double) -> Bool {
            let found = self.probability(tail, x, shape: shape)
            return tail == .lower ? found < probability : found > probability
        }
        var low = shape
        var high = shape
        while isTooLow(high) { high = 2 * high + 1 }
        while low > Double.leastNormalMagnitude, !isTooLow(low) { low /= 4 }
        var x = (low * high).squareRoot()
        for _ in 0..<200 {
            let found = self.probability(tail, x, shape: shape)
            if tail == .lower ? found < probability : found > probability { low = x } else { high = x }
            let slope = PointDensity.poisson(shape, mean: x) * shape / found * (tail == .lower ? 1 : -1)
            var next = x * exp(log(probability / found) / slope)
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            if abs(next - x) <= 2 * x.ulp { return next }
            x = next
        }
        return x
    }

    /// Σ xᵏ / ((a + 1)…(a + k)).
    private static func series(_ x: Double, _ shape: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var divisor = shape
        repeat {
            divisor += 1
            term *= x / divisor
            sum += term
        } while term > sum * 1e-17
        return sum
    }

    private static func continuedFraction(_ x: Double, _ shape: Double) -> Double {
        var b = x + 1 - shape
        var c = Double.greatestFiniteMagnitude
        var d = 1 / b
        var result = d
        for step in 1...10_000_000 {
            let numerator = -Double(step) * (Double(step) - shape)
            b += 2
            d = 1 / kept(numerator * d + b)
            c = kept(b + numerator / c)
            result *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return result
    }

    private static func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
