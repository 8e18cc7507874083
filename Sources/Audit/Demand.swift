import Cells

/// What is asked of the range of values that agree with everything public.
struct Demand: Sendable {
    /// The least distance between its ends.
    let width: Double
    /// What its upper end must lie above; nil asks for nothing.
    let limit: Double?
    /// Whether the range is one of whole tables for columns that are whole numbers.
    let isWhole: Bool

    /// What the policy asks for a reader of the publication.
    init(_ policy: ProtectionPolicy) {
        width = policy.minWidth
        limit = policy.escape ? policy.largestWithheld : nil
        isWhole = policy.wholeNumbers
    }

    /// What the policy asks for somebody who knows his own case.
    init(insider policy: ProtectionPolicy) {
        width = 1
        limit = nil
        isWhole = policy.wholeNumbers
    }

    /// The verdict on `range`; a wider range never gets a worse one.
    func verdict(_ range: ClosedRange<Double>, ofCount: Bool) -> AuditVerdict {
        let slack = 1e-6
        let gap = range.upperBound - range.lowerBound
        if gap <= slack { return .exact }
        let top = ofCount ? (range.upperBound + slack).rounded(.down) : range.upperBound - slack
        if ofCount, top - (range.lowerBound - slack).rounded(.up) < 1 { return .exact }
        if gap < width - slack { return .narrow }
        if let limit, top <= limit { return .withinLimit }
        return .ok
    }
}
