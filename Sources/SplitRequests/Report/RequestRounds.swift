/// What has become of the findings of an earlier round of one request, by their ids.
public struct RequestRounds: Hashable, Sendable {
    /// Those that are gone, in order.
    public let fixed: [String]
    /// Those that were not there before.
    public let new: [String]
    /// Those that are still there.
    public let remaining: [String]

    /// The findings `now` against the ids of the ones `before`.
    public init(before: Set<String>, now: [Finding]) {
        let ids = now.map(\.id)
        fixed = before.subtracting(ids).sorted()
        new = ids.filter { !before.contains($0) }
        remaining = ids.filter(before.contains)
    }
}
