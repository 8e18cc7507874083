/// The digits of a place's code as one number, leading zeros kept.
struct PlaceCode: Hashable, Sendable {
    /// The number in the low bits, how many digits it has above them; never 0.
    let bits: UInt64

    /// The code of `count` digits whose number is `number`; `nil` unless there are 1 to 14.
    @inline(__always) init?(_ number: UInt64, digits count: Int) {
        guard count > 0, count <= 14 else { return nil }
        bits = UInt64(truncatingIfNeeded: count) << 56 | number
    }

    /// The code that `text` holds; `nil` unless it is 1 to 14 digits.
    init?(_ text: String) {
        var number: UInt64 = 0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte), number < 100_000_000_000_000 else { return nil }
            number = number * 10 + UInt64(byte - 0x30)
        }
        self.init(number, digits: text.utf8.count)
    }

    /// A code whose bits were taken before.
    init(bits: UInt64) { self.bits = bits }

    /// How many digits there are.
    var count: Int { Int(bits >> 56) }

    /// The digits.
    var digits: String {
        let text = String(bits & (1 << 56 - 1))
        return String(repeating: "0", count: count - text.utf8.count) + text
    }
}
