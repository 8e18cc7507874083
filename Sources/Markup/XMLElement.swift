import LocatedInput

/// An element of a small XML document, such as one of our own pictures.
public struct XMLElement: Hashable, Sendable {
    /// The name, with its prefix where it has one.
    public let name: String
    /// The attributes in order, references replaced.
    public let attributes: Attributes
    /// The elements directly inside.
    public let children: [XMLElement]
    /// The text directly inside, put together.
    public let text: String

    /// Reads the root of a document without a document type; `nil`, with diagnostics, if it is not well-formed.
    public static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> XMLElement? {
        let consumer = TreeConsumer()
        var found = Diagnostics()
        XMLEvents.read(file, isPage: false, to: consumer, &found)
        diagnostics.merge(found)
        return found.hasErrors ? nil : consumer.root
    }

    /// This element and all below it, from the top down.
    public var all: [XMLElement] { [self] + children.flatMap(\.all) }

    /// The elements called `name`, this one and all below it, from the top down.
    public func all(_ name: String) -> [XMLElement] { all.filter { $0.name == name } }

    /// The text of this element and all below it: its own first.
    public var wholeText: String { text + children.map(\.wholeText).joined() }
}

/// Builds the tree from the leaves up.
private final class TreeConsumer: XMLConsumer {
    private struct Open {
        let attributes: Attributes
        var children: [XMLElement] = []
        var text: [UInt8] = []
    }

    let wantedAttributes: Set<String>? = nil
    private(set) var root: XMLElement?
    private var open: [Open] = []

    func start(_ name: String, _ attributes: Attributes, endsItself: Bool, at location: SourceLocation) {
        open.append(Open(attributes: attributes))
    }

    func end(_ name: String) {
        guard let ended = open.popLast() else { return }
        let element = XMLElement(
            name: name, attributes: ended.attributes, children: ended.children,
            text: String(decoding: ended.text, as: UTF8.self))
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !open.isEmpty { open[open.count - 1].text += bytes }
    }
}
