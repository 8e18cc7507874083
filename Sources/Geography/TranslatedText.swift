/// A text in every language the site is written in.
public struct TranslatedText: Hashable, Sendable {
    private let texts: [Language: String]

    /// A text in bokmål, nynorsk and English.
    public init(nb: String, nn: String, en: String) { texts = [.nb: nb, .nn: nn, .en: en] }

    /// The text in `language`, or in bokmål where the site is not written in that language.
    public subscript(language: Language) -> String { texts[language] ?? texts[.nb] ?? "" }
}
