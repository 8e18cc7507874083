import LocatedInput

/// Reads a template and checks all that can be seen in it alone.
///
/// The tags are Mustache's: `{{text}}`, `{{{markup}}}`, `{{#section}}…{{/section}}`, `{{^inverted}}…{{/inverted}}`,
/// `{{>partial}}`, `{{!comment}}`; a section tag, partial or comment alone on its line takes the line with it. What
/// would make a template hard to check is refused: `{{&`, other delimiters, inheritance, functions. A partial is put in
/// as it is written, not indented.
struct TemplateReader {
    private struct OpenSection {
        let tag: Template.Tag
        let isInverted: Bool
        let place: TemplatePosition.Place
        var outer: [Template.Piece]
    }

    private let file: String
    private let source: [UInt8]
    private var pieces: [Template.Piece] = []
    private var open: [OpenSection] = []
    private var position = TemplatePosition()
    /// The next byte that belongs to no piece yet.
    private var cursor = 0
    private var line = 1
    private var lineStart = 0
    private var countedTo = 0

    private init(_ input: InputFile) {
        file = input.path
        source = Array(input.data)
    }

    /// The template in `input`, with a diagnostic for each fault in it.
    static func read(_ input: InputFile, _ diagnostics: inout Diagnostics) -> Template {
        var reader = TemplateReader(input)
        reader.read(&diagnostics)
        return Template(pieces: reader.pieces)
    }

    private mutating func read(_ diagnostics: inout Diagnostics) {
        guard String(validating: source, as: UTF8.self) != nil else {
            diagnostics.emit(.templateNotUTF8(SourceLocation(file: file)))
            return
        }
        while let start = find("{{", from: cursor) {
            let location = location(of: start)
            let isTriple = has("{{{", at: start)
            let closing = isTriple ? "}}}" : "}}"
            guard let end = find(closing, from: start + 2) else {
                diagnostics.emit(.unfinishedTag(location, closing: closing))
                return
            }
            let inner = String(decoding: source[(start + (isTriple ? 3 : 2))..<end], as: UTF8.self)
            readTag(inner, isTriple: isTriple, from: start, to: end + closing.utf8.count, at: location, &diagnostics)
        }
        takeLiteral(to: source.count)
        for section in open { diagnostics.emit(.unclosedSection(section.tag)) }
        while let section = open.popLast() { close(section) }
        if position.place != .content { diagnostics.emit(.endsInsideTag(SourceLocation(file: file))) }
    }

    private mutating func readTag(
        _ inner: String, isTriple: Bool, from start: Int, to end: Int, at location: SourceLocation,
        _ diagnostics: inout Diagnostics
    ) {
        let sign = isTriple ? "{" : inner.first.flatMap { "#^/!>&=<$%*".contains($0) ? $0 : nil }
        let rest = (sign == nil || isTriple ? inner[...] : inner.dropFirst()).trimmed
        let standsAlone = sign.map { "#^/!>".contains($0) } == true ? wholeLine(around: start, end) : nil
        takeLiteral(to: standsAlone?.lowerBound ?? start)
        cursor = standsAlone?.upperBound ?? end
        if sign == "!" { return }
        if let sign, "&=<$%*".contains(sign) { return diagnostics.emit(.unsupportedTag(location, sign: sign)) }
        guard let name = TemplateName(rest) else { return diagnostics.emit(.malformedTagName(location, name: rest)) }
        let tag = Template.Tag(name: name, location: location)
        switch sign {
        case "#", "^":
            let outer = pieces
            pieces = []
            open.append(OpenSection(tag: tag, isInverted: sign == "^", place: position.place, outer: outer))
        case "/": closeSection(tag, &diagnostics)
        case ">":
            if position.place != .content { diagnostics.emit(.partialInsideTag(tag)) }
            pieces.append(.partial(tag))
        case "{":
            if position.placeOfValue != .content { diagnostics.emit(.markupInsideTag(tag)) }
            position.advanceOverTag()
            pieces.append(.markup(tag))
        default:
            let place = textPlace(of: tag, &diagnostics)
            position.advanceOverTag()
            pieces.append(.text(tag, place))
        }
    }

    private mutating func closeSection(_ tag: Template.Tag, _ diagnostics: inout Diagnostics) {
        guard let section = open.last else { return diagnostics.emit(.sectionNotOpen(tag)) }
        guard section.tag.name == tag.name else {
            return diagnostics.emit(.otherSectionOpen(tag, open: section.tag))
        }
        open.removeLast()
        if section.place != position.place { diagnostics.emit(.sectionCutsTag(section.tag)) }
        close(section)
    }

    private mutating func close(_ section: OpenSection) {
        let piece = Template.Piece.section(section.tag, isInverted: section.isInverted, pieces: pieces)
        pieces = section.outer + [piece]
    }

    /// Addresses may be text, but only of a safe kind, which is seen when the page is made.
    private static let addresses: Set<String> = [
        "href", "src", "action", "formaction", "poster", "data", "cite", "srcset", "xlink:href",
    ]

    private func textPlace(of tag: Template.Tag, _ diagnostics: inout Diagnostics) -> Template.TextPlace {
        switch position.placeOfValue {
        case .content: return .content
        case .value(let attribute):
            if attribute.hasPrefix("on") || attribute == "style" || attribute == "srcdoc" {
                diagnostics.emit(.textInUnsafeAttribute(tag, attribute: attribute))
            }
            return position.isAtStartOfValue && Self.addresses.contains(attribute) ? .address : .attribute
        case .unquotedValue(let attribute): diagnostics.emit(.unquotedAttribute(tag, attribute: attribute))
        case .tag: diagnostics.emit(.textInsideTag(tag))
        case .comment: diagnostics.emit(.tagInComment(tag))
        case .rawText(let element): diagnostics.emit(.tagInRawText(tag, element: element))
        }
        return .attribute
    }

    /// The whole line if nothing but blanks stand around the tag.
    private func wholeLine(around start: Int, _ end: Int) -> Range<Int>? {
        var first = start
        while first > 0, source[first - 1] == 0x20 || source[first - 1] == 0x09 { first -= 1 }
        guard first == 0 || source[first - 1] == 0x0A else { return nil }
        var last = end
        while last < source.count, source[last] == 0x20 || source[last] == 0x09 || source[last] == 0x0D { last += 1 }
        guard last < source.count else { return first..<last }
        return source[last] == 0x0A ? first..<(last + 1) : nil
    }

    private mutating func takeLiteral(to end: Int) {
        guard cursor < end else { return }
        position.advance(over: source[cursor..<end])
        pieces.append(.literal(String(decoding: source[cursor..<end], as: UTF8.self)))
        cursor = end
    }

    private func find(_ text: String, from start: Int) -> Int? {
        guard start <= source.count else { return nil }
        return (start..<source.count).first { has(text, at: $0) }
    }

    private func has(_ text: String, at start: Int) -> Bool { source[start...].starts(with: text.utf8) }

    /// Counts on from the last tag asked for.
    private mutating func location(of offset: Int) -> SourceLocation {
        for index in countedTo..<offset where source[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        countedTo = offset
        let column = String(decoding: source[lineStart..<offset], as: UTF8.self).count + 1
        return SourceLocation(file: file, line: line, column: column)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Diagnostic {
    fileprivate static func templateNotUTF8(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "TemplateNotUTF8", at: location, "the template is not UTF-8", remedy: "save it as UTF-8")
    }

    fileprivate static func unfinishedTag(_ location: SourceLocation, closing: String) -> Diagnostic {
        Diagnostic(.error, "UnfinishedTag", at: location, "the tag has no end", remedy: "end it with \(closing)")
    }

    fileprivate static func unsupportedTag(_ location: SourceLocation, sign: Character) -> Diagnostic {
        Diagnostic(
            .error, "UnsupportedTag", at: location, "tags that begin with '{{\(sign)' are not used here",
            remedy:
                "write {{text}}, {{{markup}}}, {{#section}}, {{^section}}, {{/section}}, {{>partial}} or {{!comment}}")
    }

    fileprivate static func malformedTagName(_ location: SourceLocation, name: String) -> Diagnostic {
        Diagnostic(
            .error, "MalformedTagName", at: location, "'\(name)' is not a name",
            remedy: "use letters a–z, digits, '-' and '_', with dots between parts")
    }

    fileprivate static func unclosedSection(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "UnclosedSection", at: tag.location, "section '\(tag.name.text)' is never closed",
            remedy: "add {{/\(tag.name.text)}}")
    }

    fileprivate static func sectionNotOpen(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "SectionNotOpen", at: tag.location, "there is no open section '\(tag.name.text)' to close",
            remedy: "remove the tag, or open the section")
    }

    fileprivate static func otherSectionOpen(_ tag: Template.Tag, open: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "OtherSectionOpen", at: tag.location,
            "section '\(open.name.text)' must be closed before '\(tag.name.text)'",
            remedy: "add {{/\(open.name.text)}} before this")
    }

    fileprivate static func sectionCutsTag(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "SectionCutsTag", at: tag.location,
            "section '\(tag.name.text)' begins inside an HTML tag, attribute or comment and ends outside it, or the reverse",
            remedy: "let it begin and end in the same place")
    }

    fileprivate static func endsInsideTag(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "EndsInsideTag", at: location,
            "the template ends inside an HTML tag, comment, script or style sheet",
            remedy: "close it")
    }

    fileprivate static func partialInsideTag(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "PartialInsideTag", at: tag.location,
            "partial '\(tag.name.text)' stands inside an HTML tag, comment, script or style sheet",
            remedy: "a partial can only stand between tags")
    }

    fileprivate static func markupInsideTag(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "MarkupInsideTag", at: tag.location,
            "{{{\(tag.name.text)}}} stands inside an HTML tag, comment, script or style sheet",
            remedy: "markup can only stand between tags; write {{\(tag.name.text)}} for text in an attribute")
    }

    fileprivate static func textInUnsafeAttribute(_ tag: Template.Tag, attribute: String) -> Diagnostic {
        Diagnostic(
            .error, "TextInUnsafeAttribute", at: tag.location,
            "the attribute '\(attribute)' is read as code, and must not hold text from a profile",
            remedy: "use a class, or a data- attribute")
    }

    fileprivate static func unquotedAttribute(_ tag: Template.Tag, attribute: String) -> Diagnostic {
        Diagnostic(
            .error, "UnquotedAttribute", at: tag.location, "the value of '\(attribute)' is not in quotes",
            remedy: "write \(attribute)=\"{{\(tag.name.text)}}\"")
    }

    fileprivate static func textInsideTag(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "TextInsideTag", at: tag.location, "{{\(tag.name.text)}} stands inside an HTML tag",
            remedy: "text can only stand between tags or in a quoted attribute")
    }

    fileprivate static func tagInComment(_ tag: Template.Tag) -> Diagnostic {
        Diagnostic(
            .error, "TagInComment", at: tag.location, "{{\(tag.name.text)}} stands inside an HTML comment",
            remedy: "use {{! … }} for comments, which are not published")
    }

    fileprivate static func tagInRawText(_ tag: Template.Tag, element: String) -> Diagnostic {
        Diagnostic(
            .error, "TagInRawText", at: tag.location, "{{\(tag.name.text)}} stands inside <\(element)>",
            remedy: "put the value in a data- attribute, or the \(element) in a file of its own")
    }
}
