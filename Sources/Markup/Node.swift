/// A piece of a page or a picture, as a tree. Text is plain; it is escaped once, when the tree is written.
public indirect enum Node: Hashable, Sendable {
    /// An element with its attributes and children.
    case element(name: String, attributes: Attributes, children: [Node])
    /// Plain text, not escaped.
    case text(String)
    /// A piece that has been written already.
    case markup(Markup)

    /// An element with attributes.
    public static func element(_ name: String, _ attributes: Attributes, _ children: [Node] = []) -> Node {
        .element(name: name, attributes: attributes, children: children)
    }

    /// An element without attributes.
    public static func element(_ name: String, _ children: [Node] = []) -> Node {
        .element(name: name, attributes: [:], children: children)
    }
}
