/// A set of parts of a long table, told from others by two sums of the parts' random numbers (128 bits together), so
/// that the same set under two names is found to be the same.
struct PartSet: Hashable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    /// The empty set.
    init() {}

    /// The set of the thing numbered `index`.
    init(_ index: Int) {
        first = Self.scattered(UInt64(truncatingIfNeeded: index) &* 2)
        second = Self.scattered(UInt64(truncatingIfNeeded: index) &* 2 &+ 1)
    }

    /// Takes in `other`, which has nothing in common with it.
    mutating func add(_ other: PartSet) {
        first &+= other.first
        second &+= other.second
    }

    /// SplitMix64 (Steele, Lea & Flood 2014).
    private static func scattered(_ seed: UInt64) -> UInt64 {
        var word = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
