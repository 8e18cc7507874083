import Foundation

/// The beta distribution, whose tails are those of binomial counts and of Student's t.
enum BetaDistribution {
    /// I(p; a, b), the probability below `p`, where `q` is 1 − p written out so that neither loses digits.
    ///
    /// By Lentz's continued fraction (Numerical Recipes §6.4; DLMF 8.17.22). `a` and `b` may be zero, not both.
    static func lowerTail(_ p: Double, _ q: Double, _ a: Double, _ b: Double) -> Double {
        if a == 0 || q <= 0 { return 1 }
        if b == 0 || p <= 0 { return 0 }
        // p^a q^b / B(a, b), from the binomial density of a and b events
        let front = PointDensity.binomial(a, b, p: p, q: q) * a * b / (a + b)
        if p < (a + 1) / (a + b + 2) { return min(1, front * continuedFraction(p, q, a, b) / a) }
        return max(0, 1 - front * continuedFraction(q, p, b, a) / b)
    }

    private static func continuedFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
        func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
        var c = 1.0
        // 1 − (a + b)x/(a + 1), from y = 1 − x where x is the one that has lost digits
        let first = y < x ? (1 - b + (a + b) * y) / (a + 1) : 1 - (a + b) * x / (a + 1)
        var d = 1 / kept(first)
        var result = d
        for step in 1...1_000_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / kept(1 + even * d)
            c = kept(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / kept(1 + odd * d)
            c = kept(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return result
    }
}
