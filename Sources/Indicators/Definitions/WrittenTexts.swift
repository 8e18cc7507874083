import Geography
import LocatedInput

/// Something said in every language the site is written in.
public struct WrittenTexts<Text: Sendable>: Sendable {
    private let texts: [Language: Text]

    /// What is said in `language`; bokmål for a language that pages are not written in.
    public subscript(language: Language) -> Text { texts[language] ?? texts[.nb]! }

    /// Reads a mapping from language to text; every written language must be there. A diagnostic for each that is not.
    init?(
        _ mapping: YAMLMapping, _ diagnostics: inout Diagnostics,
        each read: (YAMLValue, inout Diagnostics) -> Text?
    ) {
        mapping.allow(Language.written.map(\.rawValue), &diagnostics)
        var texts: [Language: Text] = [:]
        for language in Language.written {
            guard let value = mapping[language.rawValue] else {
                diagnostics.emit(.missingLanguage(language, at: mapping.location))
                continue
            }
            texts[language] = read(value, &diagnostics)
        }
        guard texts.count == Language.written.count else { return nil }
        self.texts = texts
    }
}

extension Diagnostic {
    fileprivate static func missingLanguage(_ language: Language, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingPhrase", at: location, "the text in '\(language.rawValue)' is missing",
            remedy: "write it beside the others")
    }
}
