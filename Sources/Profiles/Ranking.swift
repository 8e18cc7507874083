import Disclosure
import LocatedInput

/// The districts of a fact sheet by value, each with the places it may just as well have.
public struct Ranking: Sendable {
    /// A district and its places.
    public struct Entry: Sendable {
        /// The district.
        public let place: Place
        /// Its row.
        public let row: ProfileRow
        /// The number with its interval.
        public let estimate: Estimate
        /// Every place that its interval allows, 1 for the highest value: after all whose intervals lie wholly above
        /// its own, and before all whose intervals lie wholly below.
        public let places: ClosedRange<Int>
    }

    /// The districts that have a number, the highest first; in official order where numbers are equal.
    public let entries: [Entry]

    /// The ranking of `rows`; `nil` unless at least three have a number and all that have one have an interval, since a
    /// place without its uncertainty says more than is known.
    public init?(_ rows: [(place: Place, row: ProfileRow)]) {
        let shown = rows.compactMap { place, row in row.figure.value.estimate.map { (place, row, $0) } }
        let intervals = shown.compactMap { Self.interval($0.2) }
        guard shown.count >= 3, intervals.count == shown.count else { return nil }
        entries = zip(shown, intervals).enumerated()
            .map { index, member in
                let ((place, row, estimate), own) = member
                let above = intervals.count { $0.lowerBound > own.upperBound }
                let below = intervals.count { $0.upperBound < own.lowerBound }
                return (
                    index, Entry(place: place, row: row, estimate: estimate, places: above + 1...shown.count - below)
                )
            }
            .sorted { left, right in
                let (first, second) = (left.1.estimate.value.double, right.1.estimate.value.double)
                return first == second ? left.0 < right.0 : first > second
            }
            .map(\.1)
    }

    private static func interval(_ estimate: Estimate) -> ClosedRange<Double>? {
        guard let lower = estimate.lower?.double, let upper = estimate.upper?.double, lower <= upper else { return nil }
        return lower...upper
    }
}
