import Foundation

/// Probabilities of single counts, accurate where logarithms of factorials would cancel.
///
/// Loader (2000), «Fast and accurate computation of binomial probabilities»: Stirling's error and the deviance are
/// worked out by themselves, so that nothing large is subtracted from anything large. Counts need not be whole.
enum PointDensity {
    /// The Poisson density e^(−mean) · mean^count / Γ(count + 1); neither may be negative.
    static func poisson(_ count: Double, mean: Double) -> Double {
        if count == 0 { return exp(-mean) }
        if mean == 0 { return 0 }
        return exp(-stirlingError(count) - deviance(count, mean)) / (2 * Double.pi * count).squareRoot()
    }

    /// The binomial density of `first` and `second` events of two kinds, whose probabilities `p` and `q` sum to one.
    static func binomial(_ first: Double, _ second: Double, p: Double, q: Double) -> Double {
        let total = first + second
        if first == 0 { return exp(total * logarithm(q, other: p)) }
        if second == 0 { return exp(total * logarithm(p, other: q)) }
        if p == 0 || q == 0 { return 0 }
        let exponent =
            stirlingError(total) - stirlingError(first) - stirlingError(second)
            - deviance(first, total * p) - deviance(second, total * q)
        return exp(exponent) * (total / (2 * Double.pi * first * second)).squareRoot()
    }

    /// ln p, from 1 − p where that is the smaller.
    private static func logarithm(_ p: Double, other q: Double) -> Double { q < p ? log1p(-q) : log(p) }

    /// ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π.
    private static func stirlingError(_ x: Double) -> Double {
        if x < 16 { return lgamma(x + 1) - (x + 0.5) * log(x) + x - log(2 * Double.pi) / 2 }
        let square = 1 / (x * x)
        let terms: [Double] = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0]
        return terms.reversed().reduce(0) { $0 * square + $1 } / x
    }

    /// x ln(x / m) + m − x, by a series where x and m are close.
    private static func deviance(_ x: Double, _ m: Double) -> Double {
        guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
        let v = (x - m) / (x + m)
        var sum = (x - m) * v
        var term = 2 * x * v
        for step in 1...1_000 {
            term *= v * v
            let next = sum + term / Double(2 * step + 1)
            if next == sum { break }
            sum = next
        }
        return sum
    }
}
