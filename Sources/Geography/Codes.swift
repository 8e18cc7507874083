/// The code of a grunnkrets (basic statistical unit): eight digits.
///
/// The same eight digits may name a levekårssone, and neither kommune nor district can be cut out of them for
/// another year: look the parents up for a date.
public struct GrunnkretsCode: Hashable, Sendable {
    /// The eight digits as one number: sets and tables of thousands of codes are made of these.
    private let number: UInt32

    /// The eight digits.
    public var digits: String {
        let written = String(number)
        return String(repeating: "0", count: 8 - written.utf8.count) + written
    }

    /// The code, or `nil` unless it is eight digits.
    public init?(_ digits: String) {
        guard digits.isDigits(count: 8...8), let number = UInt32(digits) else { return nil }
        self.number = number
    }

    /// True for `xxxx9999`: people of the kommune whose grunnkrets is not known.
    public var isUnallocated: Bool { number % 10_000 == 9_999 }
}

/// The code of a kommune: four digits.
public struct KommuneCode: Hashable, Sendable {
    /// The four digits.
    public let digits: String

    /// The code, or `nil` unless it is four digits.
    public init?(_ digits: String) {
        guard digits.isDigits(count: 4...4) else { return nil }
        self.digits = digits
    }

    /// The number that `unit` is numbered within.
    init(of unit: GrunnkretsCode) { digits = String(unit.digits.prefix(4)) }
}

/// The code of a district in a split: six digits for a bydel, ten for a levekårssone; two to twelve in a split of a
/// municipality's own.
public struct DistrictCode: Hashable, Sendable {
    /// The digits.
    public let digits: String

    /// The code, or `nil` unless it is two to twelve digits.
    public init?(_ digits: String) {
        guard digits.isDigits(count: 2...12) else { return nil }
        self.digits = digits
    }
}

extension GrunnkretsCode: Comparable, CustomStringConvertible {
    /// By digits.
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    /// The digits.
    public var description: String { digits }
}

extension KommuneCode: Comparable, CustomStringConvertible {
    /// By digits.
    public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }
    /// The digits.
    public var description: String { digits }
}

extension DistrictCode: Comparable, CustomStringConvertible {
    /// By digits.
    public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }
    /// The digits.
    public var description: String { digits }
}

extension String {
    /// True if there are `count` characters and all are ASCII digits.
    fileprivate func isDigits(count: ClosedRange<Int>) -> Bool {
        count.contains(utf8.count) && utf8.allSatisfy { (48...57).contains($0) }
    }
}
