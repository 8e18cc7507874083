import Geography

/// What came of holding a request against the rules.
///
/// Nothing in it says how many people live anywhere, except in bands that begin at a floor: reports are mailed.
public struct RequestReport: Sendable {
    /// The request.
    public let request: SplitRequest
    /// The municipality's name on the day.
    public let kommuneName: String
    /// What the request asks for; `nil` where nothing of it could be used.
    public let split: RequestedSplit?
    /// All findings, worst first.
    public let findings: [Finding]
    /// The names of the split's units on the day.
    public var unitNames: [GrunnkretsCode: String] = [:]
    /// Roughly how large the districts are, by code; empty where people are not known, and where the split would give a
    /// small area away, since bands of it and of published districts would then say how small.
    public var sizes: [DistrictSize] = []
    /// From when on the districts can be compared, by code; empty where that could not be examined.
    public var histories: [DistrictHistory] = []
    /// How much would be shown; `nil` where that was not worked out.
    public var yield: YieldTable?
    /// How the districts lie across each published split.
    public var overlaps: [PublishedOverlap] = []

    /// What the findings come to.
    public var verdict: Verdict { Verdict(findings) }
}
