import Cells

/// What is asked of the range of values that agree with everything public.
struct Demand: Sendable {
    /// The least distance between its ends, where it isn't the column's own.
    private let width: Double?
    /// Whether its upper end must lie above the largest number that is withheld.
    let reachesAbove: Bool
    /// Whether the range is one of whole tables for columns that are whole numbers.
    let isWhole: Bool

    /// What the policy asks for a reader of the publication.
    init(_ policy: ProtectionPolicy) {
        width = nil
        reachesAbove = policy.escape
        isWhole = policy.wholeNumbers
    }

    /// What the policy asks for somebody who knows his own case.
    init(insider policy: ProtectionPolicy) {
        width = 1
        reachesAbove = false
        isWhole = policy.wholeNumbers
    }

    /// The verdict on `range`, of a column of which up to `limit` is withheld and that must be at least
    /// `leastWidth` wide; a wider range never gets a worse one.
    func verdict(_ range: ClosedRange<Double>, ofCount: Bool, limit: Double, leastWidth: Double) -> AuditVerdict {
        let slack = 1e-6
        let gap = range.upperBound - range.lowerBound
        if gap <= slack { return .exact }
        let top = ofCount ? (range.upperBound + slack).rounded(.down) : range.upperBound - slack
        if ofCount, top - (range.lowerBound - slack).rounded(.up) < 1 { return .exact }
        if gap < (width ?? leastWidth) - slack { return .narrow }
        if reachesAbove, top <= limit { return .withinLimit }
        return .ok
    }
}
