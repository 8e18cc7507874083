import LocatedInput

/// A template that has been read and checked.
struct Template: Sendable {
    /// A stretch of a template.
    indirect enum Piece: Sendable {
        /// Markup as the template's author wrote it.
        case literal(String)
        /// `{{name}}`: text, escaped for where it stands.
        case text(Tag, TextPlace)
        /// `{{{name}}}`: markup, between tags only.
        case markup(Tag)
        /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` if inverted.
        case section(Tag, isInverted: Bool, pieces: [Piece])
        /// `{{>name}}`: another template in this one's place.
        case partial(Tag)
    }

    /// A name and where it was written.
    struct Tag: Sendable {
        /// The name in the tag.
        let name: TemplateName
        /// Where the tag begins.
        let location: SourceLocation
    }

    /// What surrounds a piece of text.
    enum TextPlace: Sendable {
        /// Between tags.
        case content
        /// In the value of a quoted attribute.
        case attribute
        /// At the beginning of an attribute that holds an address.
        case address
    }

    /// The template from first to last.
    let pieces: [Piece]

    /// The partials this template names, wherever they stand in it, in order.
    var partials: [Tag] { Self.partials(in: pieces) }

    private static func partials(in pieces: [Piece]) -> [Tag] {
        pieces.flatMap { piece -> [Tag] in
            switch piece {
            case .partial(let tag): [tag]
            case .section(_, _, let inner): partials(in: inner)
            case .literal, .text, .markup: []
            }
        }
    }
}
