import Geography
import LocatedInput

/// The phrases of the site in every language it is written in.
public struct Wordings: Sendable {
    private let wordings: [Language: Wording]

    /// The phrases in every language, in the order of ``Language/written``.
    public let all: [Wording]

    /// The phrases in `language`; in bokmål for a language the site is not written in.
    public subscript(language: Language) -> Wording { wordings[language] ?? all[0] }

    /// Reads `<language>.yaml` in `folder` for every written language. All faults are reported: a phrase that is missing
    /// in one language or that a program asks for in vain, that says nothing, or that has other slots in one language than
    /// in another; `nil` if there is one.
    public static func load(
        from folder: InputFolder, keys: [String] = Wording.keysOfChoices, _ diagnostics: inout Diagnostics
    ) -> Wordings? {
        var found = Diagnostics()
        var texts: [PhraseFile] = []
        for language in Language.written {
            guard let input = InputFile(reading: folder.file("\(language.rawValue).yaml"), &found) else { continue }
            texts.append(PhraseFile(input, language, &found))
        }
        if texts.count == Language.written.count {
            for text in texts {
                for other in texts where other.language != text.language { text.check(against: other, &found) }
                text.check(for: keys, &found)
            }
        }
        diagnostics.merge(found)
        guard !found.hasErrors else { return nil }
        let all = texts.map(\.wording)
        return Wordings(
            wordings: Dictionary(uniqueKeysWithValues: all.map { ($0.language, $0) }), all: all)
    }
}
