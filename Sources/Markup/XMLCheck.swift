import LocatedInput

/// Checks what was written, as a reader will find it: pages and pictures are parsed again by a library that did not write
/// them.
public enum XMLCheck {
    /// What a file is meant to be.
    public enum Kind: Hashable, Sendable {
        /// An HTML page written as XML; begins with `<!DOCTYPE html>`.
        case page
        /// A picture, feed or other XML without a document type.
        case document
    }

    /// Parses `file`, with a diagnostic for each fault: not well-formed, a document type or processing instruction, an
    /// id used twice or pointed to and missing, and in pages also an element that HTML would close at another place.
    ///
    /// What is returned is complete only if nothing of error level was found.
    public static func check(_ file: InputFile, as kind: Kind, _ diagnostics: inout Diagnostics) -> ParsedPage {
        let consumer = PageConsumer(path: file.path, kind: kind)
        if kind == .page, !file.data.starts(with: XMLEvents.pageStart.utf8) {
            diagnostics.emit(.missingPageStart(SourceLocation(file: file.path, line: 1, column: 1)))
        }
        var found = Diagnostics()
        XMLEvents.read(file, isPage: kind == .page, to: consumer, &found)
        if !found.hasErrors { consumer.checkReferences() }
        diagnostics.merge(found)
        diagnostics.merge(consumer.diagnostics)
        return consumer.page
    }
}

/// Collects what a `ParsedPage` holds.
private final class PageConsumer: XMLConsumer {
    /// Attributes that name the ids of other elements.
    private static let references = [
        "aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns", "for", "headers",
    ]
    let wantedAttributes: Set<String>? = Set(references + ["id", "href", "src", "lang", "rel", "hreflang"])
    private let kind: XMLCheck.Kind
    private(set) var page: ParsedPage
    private(set) var diagnostics = Diagnostics()
    private var depth = 0
    private var foreignDepth = 0
    private var titleDepth: Int?
    private var titleBytes: [UInt8] = []
    private var referred: [(id: String, attribute: String, location: SourceLocation)] = []

    init(path: String, kind: XMLCheck.Kind) {
        self.kind = kind
        page = ParsedPage(path: path)
    }

    func start(_ name: String, _ attributes: Attributes, endsItself: Bool, at location: SourceLocation) {
        depth += 1
        // In these HTML, too, lets an element end itself.
        if foreignDepth > 0 || name == "svg" || name == "math" { foreignDepth += 1 }
        if kind == .page, foreignDepth == 0, endsItself != MarkupWriter.isVoid(name) {
            diagnostics.emit(endsItself ? .endsItself(location, name) : .voidNotEnded(location, name))
        }
        if depth == 1 { page.language = attributes["lang"] ?? attributes["xml:lang"] }
        if name == "title", page.title == nil, titleDepth == nil { titleDepth = depth }
        take(attributes, of: name, at: location)
    }

    func end(_ name: String) {
        if titleDepth == depth {
            page.title = String(decoding: titleBytes, as: UTF8.self)
            titleDepth = nil
        }
        if foreignDepth > 0 { foreignDepth -= 1 }
        depth -= 1
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if titleDepth != nil { titleBytes += bytes }
    }

    /// Diagnoses references to ids that are nowhere on the page.
    func checkReferences() {
        for reference in referred where page.ids[reference.id] == nil {
            diagnostics.emit(.missingID(reference.location, reference.id, attribute: reference.attribute))
        }
    }

    private func take(_ attributes: Attributes, of element: String, at location: SourceLocation) {
        for attribute in attributes.all {
            switch attribute.name {
            case "id":
                if let first = page.ids.updateValue(location, forKey: attribute.value) {
                    diagnostics.emit(.repeatedID(location, attribute.value, first: first))
                }
            case "href", "src", "xlink:href":
                page.links.append(
                    ParsedPage.Link(
                        element: element, attribute: attribute.name, address: attribute.value,
                        relation: attributes["rel"], language: attributes["hreflang"], location: location))
            case let name where Self.references.contains(name):
                referred += attribute.value.split(separator: " ").map { (String($0), name, location) }
            default: break
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func missingPageStart(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingPageStart", at: location, "a page must begin with \(XMLEvents.pageStart)",
            remedy: "write it first in the template")
    }

    fileprivate static func endsItself(_ location: SourceLocation, _ name: String) -> Diagnostic {
        Diagnostic(
            .error, "ElementEndsItself", at: location, "HTML reads <\(name)/> as an open <\(name)>",
            remedy: "write <\(name)></\(name)>")
    }

    fileprivate static func voidNotEnded(_ location: SourceLocation, _ name: String) -> Diagnostic {
        Diagnostic(
            .error, "VoidElementNotEnded", at: location, "HTML knows no </\(name)>", remedy: "write <\(name)/>")
    }

    fileprivate static func repeatedID(_ location: SourceLocation, _ id: String, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "RepeatedID", at: location, "the id '\(id)' is already used at line \(first.line)",
            remedy: "give each element an id of its own")
    }

    fileprivate static func missingID(_ location: SourceLocation, _ id: String, attribute: String) -> Diagnostic {
        Diagnostic(
            .error, "MissingID", at: location, "'\(attribute)' names '\(id)', an id that is not on the page",
            remedy: "give the element that is meant this id")
    }
}
