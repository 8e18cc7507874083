/// Made-up chance: numbers that look random and follow from a seed and a name alone.
///
/// The generator is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA).
/// Every purpose has a stream of its own, begun from the seed and the purpose's name (FNV-1a), so that what is drawn for
/// one place or register never depends on what was drawn before, or on how many cores there are. Only additions,
/// multiplications, divisions and square roots are used, which are the same on every machine.
struct RandomStream {
    private var state: UInt64

    /// The stream of `seed` for the purpose that `names` tell together.
    init(seed: UInt64, _ names: String...) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in names {
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        self.init(state: Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mixed(hash))
    }

    /// The stream that goes on from `state`.
    init(state: UInt64) { self.state = state }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number from 0 up to, but not including, 1.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number with mean 0 and standard deviation 1, nearly normal and within ±6: the sum of twelve uniform ones.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    /// How many of `count` succeed, each with `probability` of 0 to 1.
    ///
    /// Exact by inversion where fewer than 30 are expected of the rarer outcome, otherwise by the normal approximation.
    mutating func binomial(_ count: Int, _ probability: Double) -> Int {
        if count == 0 || probability <= 0 { return 0 }
        if probability >= 1 { return count }
        if probability > 0.5 { return count - binomial(count, 1 - probability) }
        let expected = Double(count) * probability
        if expected >= 30 {
            let drawn = expected + (expected * (1 - probability)).squareRoot() * normal()
            return min(count, max(0, Int(drawn.rounded())))
        }
        let ratio = probability / (1 - probability)
        var chance = Self.power(1 - probability, count)
        var rest = uniform()
        var successes = 0
        while rest >= chance, successes < count {
            rest -= chance
            chance *= ratio * Double(count - successes) / Double(successes + 1)
            successes += 1
        }
        return successes
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, left) = (1.0, base, exponent)
        while left > 0 {
            if left & 1 == 1 { result *= square }
            square *= square
            left >>= 1
        }
        return result
    }

    private static func mixed(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
