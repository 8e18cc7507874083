/// A set of persons by their numbers, as bits.
struct PersonSet: Equatable, Sendable {
    private var words: [UInt64] = []

    /// Nobody.
    init() {}

    /// Everybody of `count`.
    init(all count: Int) {
        for person in 0..<count { insert(person) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Their numbers, in order.
    var members: [Int] {
        words.indices.flatMap { place in
            (0..<Self.width).filter { words[place] >> UInt64($0) & 1 == 1 }.map { place * Self.width + $0 }
        }
    }

    mutating func insert(_ person: Int) {
        let place = person / Self.width
        while words.count <= place { words.append(0) }
        words[place] |= 1 << UInt64(person % Self.width)
    }

    /// Keeps those who are in `one` or `other`.
    mutating func keep(_ one: PersonSet, or other: PersonSet) {
        for place in words.indices {
            let either =
                (place < one.words.count ? one.words[place] : 0) | (place < other.words.count ? other.words[place] : 0)
            words[place] &= either
        }
    }

    private static let width = 64
}
