import Foundation

/// Numbers drawn from a seed: the same on every machine (SplitMix64; Steele, Lea and Flood 2014).
public struct SeededDraws: RandomNumberGenerator {
    private var state: UInt64

    /// Draws that follow from `seed`.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including 1.
    public mutating func share() -> Double {
        Double(next() >> 11) / 9_007_199_254_740_992
    }

    /// A whole number from 0 up to but not including `end`.
    public mutating func number(below end: Int) -> Int {
        Int(next() % UInt64(end))
    }

    /// A count that follows Poisson's distribution (Knuth's method).
    public mutating func count(mean: Double) -> Int {
        let limit = exp(-mean)
        var product = share()
        var count = 0
        while product > limit {
            product *= share()
            count += 1
        }
        return count
    }
}
