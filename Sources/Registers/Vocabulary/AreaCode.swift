/// The code by which a table of figures names a place: `0` for the country, four digits for a kommune, more for a
/// district or for the unallocated of a kommune.
///
/// Which place it is, is for the ``AreaDirectory`` to say.
public struct AreaCode: Hashable, Sendable {
    /// The country.
    public static let country = AreaCode(checked: "0")

    /// The digits.
    public let digits: String

    /// The code, or `nil` unless it is `0` or two to fourteen digits.
    public init?(_ digits: String) {
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits == "0" || (2...14).contains(digits.utf8.count)
        else { return nil }
        self.init(checked: digits)
    }

    private init(checked digits: String) { self.digits = digits }
}

extension AreaCode: Comparable, CustomStringConvertible {
    /// By digits.
    public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }
    /// The digits.
    public var description: String { digits }
}
