import LocatedInput

/// Whole years, both ends included; a population on 1 January 2026 has start and end 2026.
public struct Period: Hashable, Sendable {
    /// The first year.
    public let start: Int
    /// The last year.
    public let end: Int

    /// The years `start` to `end`, or `nil` unless they are years of four digits in this order.
    public init?(start: Int, end: Int) {
        guard (1000...9999).contains(start), (start...9999).contains(end) else { return nil }
        self.start = start
        self.end = end
    }

    /// The single year `year`.
    public init(year: Int) {
        start = year
        end = year
    }

    /// Reads ``code``, such as `2013_2017` or `2026`; `nil` for anything else.
    public init?(code: String) {
        if let (start, end) = NumberText.pair(code, separator: "_"), start < end {
            self.init(start: start, end: end)
        } else if let year = NumberText.wholeNumber(code) {
            self.init(start: year, end: year)
        } else {
            return nil
        }
    }

    /// How many years the period holds.
    public var years: Int { end - start + 1 }
    /// `2013_2017`, or `2026` for a single year.
    public var code: String { start == end ? "\(start)" : "\(start)_\(end)" }
    /// True if some year lies in both.
    public func overlaps(_ other: Period) -> Bool { start <= other.end && other.start <= end }
}

extension Period: Comparable, CustomStringConvertible {
    /// By the last year, then by the first.
    public static func < (left: Self, right: Self) -> Bool { (left.end, left.start) < (right.end, right.start) }
    /// The code.
    public var description: String { code }
}
