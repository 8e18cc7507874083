/// Whole numbers modulo a prime just below 2⁶¹, where sums and products are exact.
struct PrimeField: Sendable {
    let modulus: UInt64
    /// 2⁶¹ minus the modulus; small, so that 2⁶¹ folds back to it.
    private let excess: UInt64

    /// The Mersenne prime 2⁶¹ − 1.
    static let first = PrimeField(excess: 1)
    /// The next prime below it, 2⁶¹ − 31.
    static let second = PrimeField(excess: 31)

    private init(excess: UInt64) {
        modulus = (1 << 61) - excess
        self.excess = excess
    }

    func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let sum = left + right
        return sum >= modulus ? sum - modulus : sum
    }

    func difference(_ left: UInt64, _ right: UInt64) -> UInt64 {
        left >= right ? left - right : left + modulus - right
    }

    func negated(_ number: UInt64) -> UInt64 { number == 0 ? 0 : modulus - number }

    func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let whole = folded(left.multipliedFullWidth(by: right))
        return whole >= modulus ? whole - modulus : whole
    }

    /// The number whose product with `number`, which is not zero, is one (Fermat: number to the modulus − 2).
    func inverse(_ number: UInt64) -> UInt64 { power(number, modulus - 2) }

    func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, square, left): (UInt64, UInt64, UInt64) = (1, base, exponent)
        while left > 0 {
            if left & 1 == 1 { result = product(result, square) }
            square = product(square, square)
            left >>= 1
        }
        return result
    }

    /// The exact value of a finite binary number: its significand times a power of two.
    func element(_ number: Double) -> UInt64 {
        guard number != 0 else { return 0 }
        let significand = UInt64(number.significand * 0x1p52)
        let exponent = Int(number.exponent) - 52
        let power = power(2, UInt64(exponent.magnitude))
        let magnitude = product(significand % modulus, exponent < 0 ? inverse(power) : power)
        return number < 0 ? negated(magnitude) : magnitude
    }

    /// What is left of a product of two elements after folding twice at 2⁶¹: below twice the modulus.
    private func folded(_ wide: (high: UInt64, low: UInt64)) -> UInt64 {
        let mask: UInt64 = (1 << 61) - 1
        let above = wide.high << 3 | wide.low >> 61
        let again = above.multipliedFullWidth(by: excess)
        let rest = (wide.low & mask) + (again.low & mask) + (again.high << 3 | again.low >> 61) * excess
        return rest >= modulus ? rest - modulus : rest
    }
}
