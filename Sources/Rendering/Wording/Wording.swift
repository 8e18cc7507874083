import Geography
import LocatedInput
import Markup

/// Every phrase of the site in one language: `templates/text/<language>.yaml`.
///
/// Phrases are found by the keys above them, with dots between: `profile.verdict.higher`. A phrase said of a number has
/// two forms, `one` and `other`, under one key.
public struct Wording: Sendable {
    /// The language.
    public let language: Language
    /// The phrases by key.
    let phrases: [String: Phrase]
    /// The keys directly below a key, in the file's order.
    private let children: [String: [String]]
    /// The phrases without slots as templates name them: `{{words.nav.skip}}`.
    let templateValue: TemplateValue
    private let file: String

    /// Phrases in `language`, as `file` has them.
    init(language: Language, phrases: [String: Phrase], children: [String: [String]], file: String) {
        self.language = language
        self.phrases = phrases
        self.children = children
        self.file = file
        templateValue = Self.templateValue(below: "", phrases, children)
    }

    /// The phrase `key`, which has no slots. Throws if there is none.
    public subscript(key: String) -> String {
        get throws(InputFailure) { try phrase(key, [:]) }
    }

    /// The phrase `key` with `values` in its slots. Throws if there is none, or if its slots are others.
    public func phrase(_ key: String, _ values: [String: String]) throws(InputFailure) -> String {
        guard let phrase = phrases[key] else {
            throw InputFailure(.unknownPhrase(key, in: file, among: phrases.keys))
        }
        guard let text = phrase.filled(values) else {
            throw InputFailure(.otherSlots(key, phrase.slots, given: values.keys.sorted(), in: file))
        }
        return text
    }

    /// The phrase `key` said of `count`: its form `one` for 1, and `other` for all else.
    public func phrase(_ key: String, count: Int, _ values: [String: String]) throws(InputFailure) -> String {
        try phrase("\(key).\(count == 1 ? "one" : "other")", values)
    }

    /// The phrase `key` with those of `values` that it has slots for. Throws if there is none, or if it has others.
    func phrase(_ key: String, from values: [String: String]) throws(InputFailure) -> String {
        let slots = phrases[key]?.slots ?? []
        return try phrase(key, values.filter { slots.contains($0.key) })
    }

    /// The keys below `key` in the file's order, so that sections of a text can be added in the files alone. Throws if
    /// there are none.
    public func keys(below key: String) throws(InputFailure) -> [String] {
        guard let names = children[key] else {
            throw InputFailure(.unknownPhrase(key, in: file, among: children.keys))
        }
        return names.map { "\(key).\($0)" }
    }

    /// The phrases without slots below `key`, as templates name them.
    private static func templateValue(
        below key: String, _ phrases: [String: Phrase], _ children: [String: [String]]
    ) -> TemplateValue {
        var names: [String: TemplateValue] = [:]
        for name in children[key] ?? [] {
            let path = key.isEmpty ? name : "\(key).\(name)"
            if let phrase = phrases[path] {
                if let text = phrase.filled([:]) { names[name] = .text(text) }
            } else {
                names[name] = templateValue(below: path, phrases, children)
            }
        }
        return .object(TemplateNames(names))
    }
}

extension Diagnostic {
    fileprivate static func unknownPhrase(_ key: String, in file: String, among known: some Collection<String>)
        -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownPhrase", at: SourceLocation(file: file), "there is no phrase '\(key)'",
            remedy: Suggestion.nearest(to: key, among: known).map { "did you mean '\($0)'? Otherwise write the phrase" }
                ?? "write the phrase")
    }

    fileprivate static func otherSlots(_ key: String, _ slots: [String], given: [String], in file: String) -> Diagnostic
    {
        func list(_ names: [String]) -> String {
            names.isEmpty ? "none" : names.map { "{\($0)}" }.joined(separator: ", ")
        }
        return Diagnostic(
            .error, "WrongSlots", at: SourceLocation(file: file),
            "phrase '\(key)' has the slots \(list(slots)) and is given \(list(given))",
            remedy: "use exactly the slots that are given")
    }
}
