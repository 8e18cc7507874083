import Geography

/// What came of holding a request against the rules.
public struct RequestReport: Sendable {
    /// The request.
    public let request: SplitRequest
    /// The municipality's name on the day.
    public let kommuneName: String
    /// What the request asks for; `nil` where nothing of it could be used.
    public let split: RequestedSplit?
    /// All findings, worst first.
    public let findings: [Finding]

    /// What the findings come to.
    public var verdict: Verdict { Verdict(findings) }
}
