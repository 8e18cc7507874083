/// Writes nodes as text that is XML and HTML at once.
struct MarkupWriter {
    /// What has been written.
    private(set) var text = ""

    /// Elements that HTML closes by themselves.
    static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Pictures' elements, which HTML lets end in `/>` when they are empty.
    private static let shapes: Set<String> = [
        "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use",
    ]
    /// Elements whose text HTML reads without references.
    private static let rawTextElements: Set<String> = ["script", "style"]

    /// Writes one node and all below it.
    mutating func write(_ node: Node, inside parent: String = "") throws(MarkupFault) {
        switch node {
        case .markup(let markup): text += markup.text
        case .text(let plain): try write(plain: plain, inside: parent)
        case .element(let name, let attributes, let children):
            try openTag(name, attributes)
            if children.isEmpty, Self.voidElements.contains(name) || Self.shapes.contains(name) {
                text += "/>"
                return
            }
            guard !Self.voidElements.contains(name) else { throw .childrenOfVoidElement(name) }
            text += ">"
            for child in children { try write(child, inside: name) }
            text += "</"
            text += name
            text += ">"
        }
    }

    private mutating func openTag(_ name: String, _ attributes: Attributes) throws(MarkupFault) {
        guard Self.isName(name) else { throw .malformedName(name) }
        text += "<"
        text += name
        for (position, attribute) in attributes.all.enumerated() {
            guard Self.isName(attribute.name) else { throw .malformedName(attribute.name) }
            guard !attributes.all[..<position].contains(where: { $0.name == attribute.name }) else {
                throw .repeatedAttribute(attribute.name, element: name)
            }
            try Self.refuseForbiddenCharacters(in: attribute.value, element: name)
            text += " "
            text += attribute.name
            text += "=\""
            MarkupText.append(attribute.value, inAttribute: true, to: &text)
            text += "\""
        }
    }

    private mutating func write(plain: String, inside parent: String) throws(MarkupFault) {
        try Self.refuseForbiddenCharacters(in: plain, element: parent)
        guard Self.rawTextElements.contains(parent) else {
            MarkupText.append(plain, inAttribute: false, to: &text)
            return
        }
        guard !plain.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else {
            throw .markInRawText(element: parent)
        }
        text += plain
    }

    private static func refuseForbiddenCharacters(in text: String, element: String) throws(MarkupFault) {
        if let scalar = MarkupText.forbiddenScalar(in: text) { throw .forbiddenCharacter(scalar, element: element) }
    }

    /// True for a letter followed by letters, digits, hyphens and at most one colon inside.
    private static func isName(_ name: String) -> Bool {
        let bytes = name.utf8
        guard let first = bytes.first, let last = bytes.last, isLetter(first), last != UInt8(ascii: ":") else {
            return false
        }
        var colons = 0
        for byte in bytes {
            if byte == UInt8(ascii: ":") {
                colons += 1
            } else if !isLetter(byte), !(0x30...0x39).contains(byte), byte != UInt8(ascii: "-") {
                return false
            }
        }
        return colons <= 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
