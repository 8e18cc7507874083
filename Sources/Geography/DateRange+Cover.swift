extension DateRange {
    /// True if no day lies in it.
    public var isEmpty: Bool {
        guard let from, let to else { return false }
        return to <= from
    }

    /// The same days as `ranges` in as few ranges as possible, in order; ranges that touch become one.
    public static func coalesced(_ ranges: [DateRange]) -> [DateRange] {
        var merged: [DateRange] = []
        for range in ranges.sorted() {
            if let last = merged.last, last.touches(range) {
                merged[merged.count - 1] = DateRange(from: last.from, to: laterEnd(last.to, range.to))
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// True if each of its days lies in one of `ranges`.
    public func isCovered(by ranges: [DateRange]) -> Bool {
        Self.coalesced(ranges).contains { Self.coalesced([$0, self]) == [$0] }
    }

    /// True if `later`, which starts no earlier, overlaps this range or begins where it ends.
    private func touches(_ later: DateRange) -> Bool {
        guard let to, let start = later.from else { return true }
        return start <= to
    }

    private static func laterEnd(_ left: CalendarDate?, _ right: CalendarDate?) -> CalendarDate? {
        guard let left, let right else { return nil }
        return max(left, right)
    }
}

extension DateRange {
    /// The days that lie in both; `nil` if there are none.
    package func intersection(_ other: DateRange) -> DateRange? {
        guard overlaps(other) else { return nil }
        let both = DateRange(
            from: [from, other.from].compactMap { $0 }.max(), to: [to, other.to].compactMap { $0 }.min())
        return both.isEmpty ? nil : both
    }
}
