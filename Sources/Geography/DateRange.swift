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
