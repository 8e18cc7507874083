/// What a request's findings come to.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The split can be adopted.
    case approved
    /// Something in the request must be mended first.
    case mustBeMended = "must-be-mended"
    /// Published, the split would give small groups away.
    case cannotBePublished = "cannot-be-published"

    /// The verdict on a request with `findings`.
    public init(_ findings: some Sequence<Finding>) {
        let worst = findings.map(\.kind.severity).min() ?? .note
        switch worst {
        case .blocking: self = .cannotBePublished
        case .error: self = .mustBeMended
        case .warning, .note: self = .approved
        }
    }
}
