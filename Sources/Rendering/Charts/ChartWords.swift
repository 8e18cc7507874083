/// What a picture says in words.
public struct ChartWords: Hashable, Sendable {
    /// What the ids of the picture's elements begin with; unique on its page.
    public let idPrefix: String
    /// The finding, as a heading.
    public let title: String
    /// Type of chart, axes and extent, for those who do not see it.
    public let description: String
    /// Source and licence, shown in downloaded pictures only.
    public let source: String

    /// The words of one picture.
    public init(idPrefix: String, title: String, description: String, source: String) {
        self.idPrefix = idPrefix
        self.title = title
        self.description = description
        self.source = source
    }
}
