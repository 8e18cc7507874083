/// The editions whose files are still published beside the newest one.
public struct EarlierEditions: Sendable {
    /// None.
    public static let none = EarlierEditions(ids: [], changes: [])

    /// Their names, the newest first.
    public let ids: [String]
    /// What is not as it was in the newest of them, in the order of indicators.
    public let changes: [EditionChange]

    /// Editions that are still there.
    public init(ids: [String], changes: [EditionChange]) {
        self.ids = ids
        self.changes = changes
    }
}
