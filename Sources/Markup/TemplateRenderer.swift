import LocatedInput

/// Fills in one page; faults are collected, so that the author sees all of them together.
struct TemplateRenderer {
    /// The page so far, in UTF-8.
    private var output: [UInt8] = []
    /// What was wrong so far.
    private(set) var diagnostics = Diagnostics()

    /// The page so far.
    var text: String { String(decoding: output, as: UTF8.self) }

    private let partials: [String: Template]
    private var stack: [TemplateValue]

    /// Begins with the names a page is given.
    init(partials: [String: Template], root: TemplateNames) {
        self.partials = partials
        stack = [.object(root)]
        output.reserveCapacity(160_000)
    }

    /// Fills in pieces in order.
    mutating func render(_ pieces: [Template.Piece]) {
        for piece in pieces {
            switch piece {
            case .literal(let literal): output.append(contentsOf: literal.utf8)
            case .text(let tag, let place): render(text: tag, in: place)
            case .markup(let tag): render(markup: tag)
            case .section(let tag, let isInverted, let inner): render(section: tag, isInverted: isInverted, inner)
            case .partial(let tag): if let partial = partials[tag.name.text] { render(partial.pieces) }
            }
        }
    }

    private mutating func render(text tag: Template.Tag, in place: Template.TextPlace) {
        guard let value = value(of: tag) else { return }
        guard case .text(let plain) = value else { return diagnostics.emit(.notText(tag, value)) }
        if let scalar = MarkupText.append(plain, inAttribute: place != .content, to: &output) {
            diagnostics.emit(.forbiddenCharacter(tag, scalar))
        }
        if place == .address, !Self.isSafeAddress(plain) { diagnostics.emit(.unsafeAddress(tag)) }
    }

    private mutating func render(markup tag: Template.Tag) {
        guard let value = value(of: tag) else { return }
        guard case .markup(let markup) = value else { return diagnostics.emit(.notMarkup(tag, value)) }
        output.append(contentsOf: markup.text.utf8)
    }

    private mutating func render(section tag: Template.Tag, isInverted: Bool, _ pieces: [Template.Piece]) {
        guard let value = value(of: tag) else { return }
        guard !isInverted else {
            if value.isSilent { render(pieces) }
            return
        }
        guard !value.isSilent else { return }
        switch value {
        case .flag: render(pieces)
        case .list(let items):
            for item in items { render(pieces, with: item) }
        case .object, .text, .markup: render(pieces, with: value)
        }
    }

    private mutating func render(_ pieces: [Template.Piece], with value: TemplateValue) {
        stack.append(value)
        render(pieces)
        stack.removeLast()
    }

    /// The value of a name: its first part in the nearest object that has it, the rest inside that.
    private mutating func value(of tag: Template.Tag) -> TemplateValue? {
        guard let first = tag.name.parts.first else { return stack.last }
        for level in stack.reversed() {
            guard case .object(let names) = level, var value = names[first] else { continue }
            for part in tag.name.parts.dropFirst() {
                guard case .object(let inner) = value, let next = inner[part] else {
                    diagnostics.emit(.unknownPart(tag, part: part, of: value))
                    return nil
                }
                value = next
            }
            return value
        }
        diagnostics.emit(.unknownName(tag, known: knownNames))
        return nil
    }

    private var knownNames: Set<String> {
        stack.reduce(into: []) { known, level in
            if case .object(let names) = level { known.formUnion(names.all) }
        }
    }

    /// True for an address within the site or of a kind that cannot run as a program.
    private static func isSafeAddress(_ address: String) -> Bool {
        let start = address.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else { return true }
        return ["https", "http", "mailto", "tel"].contains(Substring(start[..<colon]).lowercased())
    }
}

extension TemplateValue {
    /// True if a section of this value shows nothing.
    fileprivate var isSilent: Bool {
        switch self {
        case .flag(let flag): !flag
        case .list(let items): items.isEmpty
        case .text(let text): text.isEmpty
        case .markup(let markup): markup.text.isEmpty
        case .object: false
        }
    }

    fileprivate var kind: String {
        switch self {
        case .text: "text"
        case .markup: "markup"
        case .list: "a list"
        case .object: "an object"
        case .flag: "a flag"
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownName(_ tag: Template.Tag, known: Set<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownTemplateName", at: tag.location, "there is no '\(tag.name.text)' here",
            remedy: Suggestion.remedy(for: tag.name.parts.first ?? "", among: known))
    }

    fileprivate static func unknownPart(_ tag: Template.Tag, part: String, of value: TemplateValue) -> Diagnostic {
        guard case .object(let names) = value else {
            return Diagnostic(
                .error, "UnknownTemplateName", at: tag.location,
                "'\(tag.name.text)' asks for '\(part)' inside \(value.kind), which has no names in it",
                remedy: "remove '.\(part)'")
        }
        return Diagnostic(
            .error, "UnknownTemplateName", at: tag.location, "'\(tag.name.text)' asks for '\(part)', which isn't there",
            remedy: Suggestion.remedy(for: part, among: names.all))
    }

    fileprivate static func notText(_ tag: Template.Tag, _ value: TemplateValue) -> Diagnostic {
        Diagnostic(
            .error, "NotText", at: tag.location, "'\(tag.name.text)' is \(value.kind), not text",
            remedy: value.remedy(for: tag))
    }

    fileprivate static func notMarkup(_ tag: Template.Tag, _ value: TemplateValue) -> Diagnostic {
        Diagnostic(
            .error, "NotMarkup", at: tag.location,
            "'\(tag.name.text)' is \(value.kind), not markup, and only markup goes in unescaped",
            remedy: value.remedy(for: tag))
    }

    fileprivate static func forbiddenCharacter(_ tag: Template.Tag, _ scalar: Unicode.Scalar) -> Diagnostic {
        Diagnostic(
            .error, "ForbiddenCharacter", at: tag.location,
            "the text of '\(tag.name.text)' holds U+\(MarkupText.hexadecimal(scalar)), which markup cannot hold",
            remedy: "remove the character where the text was written")
    }

    fileprivate static func unsafeAddress(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "UnsafeAddress", at: tag.location,
            "the address in '\(tag.name.text)' is of a kind that is not used here",
            remedy: "use https, http, mailto, tel, or an address within the site")
    }
}

extension TemplateValue {
    fileprivate func remedy(for tag: Template.Tag) -> String {
        switch self {
        case .text: "write {{\(tag.name.text)}}"
        case .markup: "write {{{\(tag.name.text)}}}"
        case .list, .object, .flag: "write {{#\(tag.name.text)}}…{{/\(tag.name.text)}}"
        }
    }
}
