import CLibXML2
import LocatedInput

/// Reads XML from memory with libxml2 and tells a consumer; opens no file, loads nothing, replaces no entity.
///
/// Pages and pictures are checked through it, and files of borders are read: it is the only door to libxml2. A document
/// type is refused, except a first line of exactly `<!DOCTYPE html>` where it is asked for, and so are
/// processing instructions and elements nested deeper than 256.
public final class XMLEvents {
    /// How deep elements may be nested.
    static let greatestDepth = 256
    /// What a page begins with.
    static let pageStart = "<!DOCTYPE html>"

    private struct KnownName {
        let text: String
        let isWanted: Bool
    }

    private let file: InputFile
    private let consumer: any XMLConsumer
    private let acceptsPageStart: Bool
    private let remedy: String
    private var diagnostics = Diagnostics()
    private var parser: xmlParserCtxtPtr?
    private var depth = 0
    /// The names met last. libxml2 keeps one copy of each, so that its address can stand for it.
    private var names = [(address: UnsafePointer<xmlChar>?, name: KnownName)](
        repeating: (nil, KnownName(text: "", isWanted: false)), count: 256)

    private init(_ file: InputFile, consumer: any XMLConsumer, isPage: Bool, remedy: String) {
        self.file = file
        self.remedy = remedy
        self.consumer = consumer
        acceptsPageStart = isPage && file.data.starts(with: Self.pageStart.utf8)
    }

    /// Reads `file` to the end, or to the first fault that makes the rest unreadable. `remedy` says how to mend what is
    /// not well-formed.
    public static func read(
        _ file: InputFile, isPage: Bool = false, to consumer: any XMLConsumer,
        remedy: String = "mend the template or the code that wrote this line", _ diagnostics: inout Diagnostics
    ) {
        _ = initialised
        let events = XMLEvents(file, consumer: consumer, isPage: isPage, remedy: remedy)
        events.parse()
        diagnostics.merge(events.diagnostics)
    }

    /// libxml2 wants this once, before it is used by several tasks.
    private static let initialised: Void = xmlInitParser()

    private func parse() {
        var handler = Self.handler()
        let user = Unmanaged.passUnretained(self).toOpaque()
        guard let parser = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
            diagnostics.emit(.parserNotMade(SourceLocation(file: file.path)))
            return
        }
        defer { xmlFreeParserCtxt(parser) }
        self.parser = parser
        defer { self.parser = nil }
        _ = xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        file.data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            var rest = bytes[...]
            while !rest.isEmpty, parser.pointee.disableSAX == 0 {
                let chunk = rest.prefix(1 << 20)
                rest = rest.dropFirst(chunk.count)
                let start = UnsafeRawBufferPointer(rebasing: chunk).bindMemory(to: CChar.self).baseAddress
                _ = xmlParseChunk(parser, start, Int32(chunk.count), 0)
            }
        }
        if parser.pointee.disableSAX == 0 { _ = xmlParseChunk(parser, nil, 0, 1) }
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.internalSubset = { user, _, _, _ in XMLEvents.from(user)?.documentType() }
        handler.processingInstruction = { user, _, _ in XMLEvents.from(user)?.refuse { .processingInstruction($0) } }
        handler.startElementNs = { user, name, prefix, _, _, _, count, _, attributes in
            XMLEvents.from(user)?.start(name, prefix, Int(count), attributes)
        }
        handler.endElementNs = { user, name, prefix, _ in XMLEvents.from(user)?.end(name, prefix) }
        handler.characters = { user, text, count in
            XMLEvents.from(user)?.consumer.text(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.serror = { user, error in XMLEvents.from(user)?.fault(error?.pointee) }
        return handler
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> XMLEvents? {
        user.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private var location: SourceLocation {
        SourceLocation(
            file: file.path, line: Int(xmlSAX2GetLineNumber(parser)), column: Int(xmlSAX2GetColumnNumber(parser)))
    }

    private func documentType() {
        if !acceptsPageStart { refuse { .documentType($0) } }
    }

    private func refuse(_ diagnostic: (SourceLocation) -> Diagnostic) {
        diagnostics.emit(diagnostic(location))
        xmlStopParser(parser)
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name else { return }
        depth += 1
        guard depth <= Self.greatestDepth else { return refuse { .tooDeep($0) } }
        var attributes: Attributes = [:]
        for index in 0..<count {
            guard let field = values.map({ $0 + 5 * index }), let attributeName = field[0] else { continue }
            let known = known(attributeName)
            guard known.isWanted, let first = field[3], let last = field[4] else { continue }
            attributes.append(qualified(known.text, field[1]), Self.value(first, last))
        }
        // The parser stands before the '>' or '/>' of the tag.
        let endsItself = parser?.pointee.input.pointee.cur.pointee == UInt8(ascii: "/")
        consumer.start(qualified(known(name).text, prefix), attributes, endsItself: endsItself, at: location)
    }

    /// An attribute's value. libxml2 leaves every `&` in it as `&#38;` unless it may replace entities, which it may not.
    private static func value(_ first: UnsafePointer<xmlChar>, _ last: UnsafePointer<xmlChar>) -> String {
        let bytes = UnsafeBufferPointer(start: first, count: last - first)
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
    }

    private func end(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) {
        guard let name else { return }
        depth -= 1
        consumer.end(qualified(known(name).text, prefix))
    }

    private func known(_ name: UnsafePointer<xmlChar>) -> KnownName {
        let place = Int(bitPattern: name) >> 2 & (names.count - 1)
        if names[place].address == name { return names[place].name }
        let text = String(cString: name)
        let known = KnownName(text: text, isWanted: consumer.wantedAttributes?.contains(text) ?? true)
        names[place] = (name, known)
        return known
    }

    private func qualified(_ name: String, _ prefix: UnsafePointer<xmlChar>?) -> String {
        prefix.map { "\(known($0).text):\(name)" } ?? name
    }

    private func fault(_ error: xmlError?) {
        guard let error else { return }
        let message = error.message.map { String(cString: $0) } ?? "cannot be read"
        let text = String(message.split(whereSeparator: \.isNewline).joined(separator: " "))
        let line = Int(error.line)
        diagnostics.emit(
            .notWellFormed(
                SourceLocation(file: file.path, line: line, column: line == 0 ? 0 : Int(error.int2)), text,
                remedy))
    }
}

extension Diagnostic {
    fileprivate static func notWellFormed(_ location: SourceLocation, _ message: String, _ remedy: String)
        -> Diagnostic
    {
        Diagnostic(.error, "NotWellFormed", at: location, "not well-formed XML: \(message)", remedy: remedy)
    }

    fileprivate static func documentType(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DocumentType", at: location, "a document type is not accepted here",
            remedy: "remove it; a page begins with exactly \(XMLEvents.pageStart), other files with no document type")
    }

    fileprivate static func processingInstruction(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ProcessingInstruction", at: location, "a processing instruction is not accepted here",
            remedy: "remove it")
    }

    fileprivate static func tooDeep(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NestedTooDeep", at: location,
            "elements are nested deeper than \(XMLEvents.greatestDepth)", remedy: "make the document flatter")
    }

    fileprivate static func parserNotMade(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "OutOfMemory", at: location, "there is not enough memory to read the file")
    }
}
