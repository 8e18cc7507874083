/// The days from `from` up to, but not including, `to`; an end that is `nil` is open.
public struct DateRange: Hashable, Sendable {
    /// The first day, or `nil` for "as long as anyone knows".
    public let from: CalendarDate?
    /// The first day after the last, or `nil` for "still".
    public let to: CalendarDate?

    /// The days from `from` up to `to`.
    public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.from = from
        self.to = to
    }

    /// True if `date` is one of the days.
    public func contains(_ date: CalendarDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (to.map { date < $0 } ?? true)
    }

    /// True if some day lies in both.
    public func overlaps(_ other: DateRange) -> Bool {
        func begins(_ start: CalendarDate?, before end: CalendarDate?) -> Bool {
            guard let start, let end else { return true }
            return start < end
        }
        return begins(from, before: other.to) && begins(other.from, before: to)
    }
}

extension DateRange: Comparable {
    /// Earliest start first, an open start before all others; then earliest end, an open end last.
    public static func < (left: DateRange, right: DateRange) -> Bool {
        if left.from != right.from {
            guard let start = left.from else { return true }
            return right.from.map { start < $0 } ?? false
        }
        guard let end = left.to else { return false }
        return right.to.map { end < $0 } ?? true
    }
}

extension DateRange: CustomStringConvertible {
    /// The first day and the first day after, in ISO 8601, with a slash between; an open end is `..`.
    public var description: String {
        "\(from.map(\.description) ?? "..")/\(to.map(\.description) ?? "..")"
    }
}
