/// A group of persons that a register tells apart, such as those of one level of education.
public struct ExposedGroup: Hashable, Sendable {
    /// The register's categories of what happens to them, which are added up.
    public let events: [String]
    /// The register's categories of the years they live, which are added up.
    public let lived: [String]

    /// A group.
    public init(events: [String], lived: [String]) {
        self.events = events
        self.lived = lived
    }
}
