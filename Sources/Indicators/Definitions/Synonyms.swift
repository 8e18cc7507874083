import Geography
import LocatedInput

/// Other words that readers look for an indicator by, in every language the site is written in.
enum Synonyms {
    /// Reads a mapping from language to a list of words; a diagnostic and `nil` where a language is missing, a word says
    /// nothing, or one stands twice in a language. Capitals make no other word.
    static func read(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> Translated<[String]>? {
        value.mapping(&diagnostics).flatMap { mapping in
            Translated(mapping, &diagnostics) { words($0, &$1) }
        }
    }

    private static func words(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> [String]? {
        guard let values = value.sequence(&diagnostics) else { return nil }
        var words: [String] = []
        for value in values {
            guard let word = value.phrase(&diagnostics) else { return nil }
            guard !words.contains(where: { $0.lowercased() == word.lowercased() }) else {
                diagnostics.emit(.doubledSynonym(word, at: value.location))
                return nil
            }
            words.append(word)
        }
        return words
    }
}

extension Diagnostic {
    fileprivate static func doubledSynonym(_ word: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledSynonym", at: location, "'\(word)' stands twice in this list", remedy: "take one away")
    }
}
