/// A piece of markup that was made from nodes or by a checked template, and by no other way.
///
/// It can stand between tags of any page unescaped. The text is XML and HTML at once: void elements end in `/>`, all
/// others are closed, attributes always have a value in double quotes.
public struct Markup: Hashable, Sendable {
    /// The markup as text.
    public let text: String

    /// Nothing at all.
    public static let empty = Markup(written: "")

    /// Writes nodes one after the other. Throws the first fault: text that markup cannot hold, or a malformed tree.
    public init(_ nodes: [Node]) throws(MarkupFault) {
        var writer = MarkupWriter()
        for node in nodes { try writer.write(node) }
        text = writer.text
    }

    /// Writes one node.
    public init(_ node: Node) throws(MarkupFault) { try self.init([node]) }

    /// Takes over text that a writer of this target has made.
    init(written text: String) { self.text = text }

    /// This markup followed by another.
    public static func + (left: Markup, right: Markup) -> Markup { Markup(written: left.text + right.text) }
}
