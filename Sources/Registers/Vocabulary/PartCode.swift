/// The code of a part of a district (delområde): eight digits, the last two `00`.
///
/// A part may lie in more than one district, so what is counted is always a part within a district.
public struct PartCode: Hashable, Sendable {
    /// The eight digits.
    public let digits: String

    /// The code, or `nil` unless it is eight digits.
    public init?(_ digits: String) {
        guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.digits = digits
    }
}

extension PartCode: Comparable, CustomStringConvertible {
    /// By digits.
    public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }
    /// The digits.
    public var description: String { digits }
}
