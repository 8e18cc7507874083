import Geography
import LocatedInput

extension YAMLMapping {
    /// The text of `key` in every language the site is written in; all must be there.
    func translated(_ key: String, _ diagnostics: inout Diagnostics) -> TranslatedText? {
        guard let mapping = mapping(key, &diagnostics) else { return nil }
        mapping.allow(Language.written.map(\.rawValue), &diagnostics)
        let texts = Language.written.map { language -> String? in
            guard let text = mapping.string(language.rawValue, &diagnostics) else { return nil }
            guard text.value.isEmpty else { return text.value }
            diagnostics.emit(.emptyPhrase(key, language, at: text.location))
            return nil
        }
        guard let nb = texts[0], let nn = texts[1], let en = texts[2] else { return nil }
        return TranslatedText(nb: nb, nn: nn, en: en)
    }
}

extension Diagnostic {
    fileprivate static func emptyPhrase(_ key: String, _ language: Language, at location: SourceLocation) -> Diagnostic
    {
        Diagnostic(
            .error, "EmptyPhrase", at: location, "'\(key)' has no text in '\(language.rawValue)'",
            remedy: "write it; every page is written in nb, nn and en")
    }
}
