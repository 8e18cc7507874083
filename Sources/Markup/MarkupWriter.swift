/// Writes nodes as text that is XML and HTML at once.
struct MarkupWriter {
    /// What has been written, in UTF-8.
    private var output: [UInt8] = []

    /// What has been written.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// True for an element that HTML closes by itself.
    static func isVoid(_ name: String) -> Bool {
        // By length first: a site has hundreds of thousands of elements.
        switch name.utf8.count {
        case 2: name == "br" || name == "hr"
        case 3: name == "col" || name == "img" || name == "wbr"
        case 4: name == "area" || name == "base" || name == "link" || name == "meta"
        case 5: name == "embed" || name == "input" || name == "track"
        case 6: name == "source"
        default: false
        }
    }

    /// True for a picture's element, which HTML lets end in `/>` when it is empty.
    private static func isShape(_ name: String) -> Bool {
        switch name {
        case "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use": true
        default: false
        }
    }

    /// True for an element whose text HTML reads without references.
    private static func holdsRawText(_ name: String) -> Bool { name == "script" || name == "style" }

    /// Writes one node and all below it.
    mutating func write(_ node: Node, inside parent: String = "") throws(MarkupFault) {
        switch node {
        case .markup(let markup): append(markup.text)
        case .text(let plain): try write(plain: plain, inside: parent)
        case .element(let name, let attributes, let children):
            try openTag(name, attributes)
            let isVoid = Self.isVoid(name)
            if children.isEmpty, isVoid || Self.isShape(name) {
                append("/>")
                return
            }
            guard !isVoid else { throw .childrenOfVoidElement(name) }
            output.append(UInt8(ascii: ">"))
            for child in children { try write(child, inside: name) }
            append("</")
            append(name)
            output.append(UInt8(ascii: ">"))
        }
    }

    private mutating func openTag(_ name: String, _ attributes: Attributes) throws(MarkupFault) {
        output.append(UInt8(ascii: "<"))
        try append(name: name)
        for (position, attribute) in attributes.all.enumerated() {
            guard !attributes.all[..<position].contains(where: { $0.name == attribute.name }) else {
                throw .repeatedAttribute(attribute.name, element: name)
            }
            output.append(UInt8(ascii: " "))
            try append(name: attribute.name)
            output.append(UInt8(ascii: "="))
            output.append(UInt8(ascii: "\""))
            try append(plain: attribute.value, inAttribute: true, element: name)
            output.append(UInt8(ascii: "\""))
        }
    }

    private mutating func append(_ written: String) {
        var written = written
        written.withUTF8 { output.append(contentsOf: $0) }
    }

    private mutating func append(name: String) throws(MarkupFault) {
        var written = name
        let isName = written.withUTF8 { bytes in
            output.append(contentsOf: bytes)
            return Self.isName(bytes)
        }
        if !isName { throw .malformedName(name) }
    }

    private mutating func append(plain: String, inAttribute: Bool, element: String) throws(MarkupFault) {
        if let scalar = MarkupText.append(plain, inAttribute: inAttribute, to: &output) {
            throw .forbiddenCharacter(scalar, element: element)
        }
    }

    private mutating func write(plain: String, inside parent: String) throws(MarkupFault) {
        guard Self.holdsRawText(parent) else {
            return try append(plain: plain, inAttribute: false, element: parent)
        }
        if let scalar = MarkupText.forbiddenScalar(in: plain) { throw .forbiddenCharacter(scalar, element: parent) }
        guard !plain.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else {
            throw .markInRawText(element: parent)
        }
        append(plain)
    }

    /// True for a letter followed by letters, digits, hyphens and at most one colon inside.
    private static func isName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
