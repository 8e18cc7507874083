/// The name of a place in the languages it has one in; bokmål always.
public struct PlaceName: Hashable, Sendable {
    /// The name in bokmål.
    public let nb: String
    private let others: [Language: String]

    /// A name in bokmål, and in other languages where it differs or is official.
    public init(nb: String, others: [Language: String] = [:]) {
        self.nb = nb
        self.others = others.filter { $0.key != .nb && !$0.value.isEmpty }
    }

    /// The name in `language`, or in bokmål where it has no name of its own there.
    public subscript(language: Language) -> String { others[language] ?? nb }

    /// The name of its own in `language`, or `nil`.
    public func own(in language: Language) -> String? { language == .nb ? nb : others[language] }
}
