import LocatedInput

/// Ages in completed years, both ends included; `0_120` is everybody.
public struct AgeRange: Hashable, Sendable {
    /// The highest age there is; a range that ends here is open.
    public static let oldest = 120
    /// Everybody.
    public static let all = AgeRange(checkedFrom: 0, to: oldest)

    /// The youngest age.
    public let from: Int
    /// The oldest age; ``oldest`` for "and over".
    public let to: Int

    /// The ages `from` to `to`, or `nil` unless 0 ≤ `from` ≤ `to` ≤ 120.
    public init?(from: Int, to: Int) {
        guard 0 <= from, from <= to, to <= Self.oldest else { return nil }
        self.init(checkedFrom: from, to: to)
    }

    /// Reads ``code``, such as `0_17`; `nil` for anything else.
    public init?(code: String) {
        guard let (from, to) = NumberText.pair(code, separator: "_") else { return nil }
        self.init(from: from, to: to)
    }

    private init(checkedFrom from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    /// The range as FHI's cubes write it, such as `0_17`.
    public var code: String { "\(from)_\(to)" }
    /// True where the range has no upper end: "80 and over".
    public var isOpen: Bool { to == Self.oldest }
}

extension AgeRange: Comparable, CustomStringConvertible {
    /// By the youngest age, then by the oldest.
    public static func < (left: Self, right: Self) -> Bool { (left.from, left.to) < (right.from, right.to) }
    /// The code.
    public var description: String { code }
}
