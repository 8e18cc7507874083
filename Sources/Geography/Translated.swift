import LocatedInput

/// Something said in every language the site is written in.
public struct Translated<Text: Sendable>: Sendable {
    private let texts: [Language: Text]
    private let fallback: Text

    /// What is said in bokmål, nynorsk and English.
    public init(nb: Text, nn: Text, en: Text) {
        texts = [.nb: nb, .nn: nn, .en: en]
        fallback = nb
    }

    /// What is said in `language`; bokmål for a language that pages are not written in.
    public subscript(language: Language) -> Text { texts[language] ?? fallback }

    /// What `write` says in each of the written languages.
    public init<Fault: Error>(each write: (Language) throws(Fault) -> Text) throws(Fault) {
        var texts: [Language: Text] = [:]
        for language in Language.written { texts[language] = try write(language) }
        self.texts = texts
        fallback = try write(.nb)
    }

    /// What `change` makes of each text.
    public func map<Other: Sendable, Fault: Error>(_ change: (Text) throws(Fault) -> Other) throws(Fault)
        -> Translated<Other>
    {
        try Translated<Other> { language throws(Fault) in try change(self[language]) }
    }

    /// Reads a mapping from language to what `read` makes of each value; every written language must be there. A
    /// diagnostic for each that is not.
    public init?(
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
        guard texts.count == Language.written.count, let fallback = texts[.nb] else { return nil }
        self.texts = texts
        self.fallback = fallback
    }
}

extension Translated: Equatable where Text: Equatable {}
extension Translated: Hashable where Text: Hashable {}

extension YAMLMapping {
    /// The text of `key` in every language the site is written in; all must be there and say something.
    public func translated(_ key: String, _ diagnostics: inout Diagnostics) -> Translated<String>? {
        mapping(key, &diagnostics).flatMap { Translated($0, &diagnostics) { $0.phrase(&$1) } }
    }
}

extension Diagnostic {
    fileprivate static func missingLanguage(_ language: Language, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingPhrase", at: location, "the text in '\(language.rawValue)' is missing",
            remedy: "write it beside the others")
    }
}
