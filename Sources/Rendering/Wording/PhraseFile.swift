import Geography
import LocatedInput

/// A file of phrases as it was written, each with its place, before the languages are held against each other.
struct PhraseFile {
    /// The language.
    let language: Language
    /// The file.
    let path: String
    private(set) var phrases: [String: Located<Phrase>] = [:]
    private(set) var children: [String: [String]] = [:]
    /// Where each group of phrases begins.
    private var groups: [String: SourceLocation] = [:]

    /// Reads `input`; a diagnostic for everything in it that is no phrase.
    init(_ input: InputFile, _ language: Language, _ diagnostics: inout Diagnostics) {
        self.language = language
        path = input.path
        guard let root = YAMLValue(input, &diagnostics)?.mapping(&diagnostics) else { return }
        read(root, below: "", &diagnostics)
    }

    /// The phrases, once they have been checked.
    var wording: Wording {
        Wording(language: language, phrases: phrases.mapValues(\.value), children: children, file: path)
    }

    /// Reports the phrases of `other` that are missing here, and, once for each pair of files, those whose slots differ.
    func check(against other: PhraseFile, _ diagnostics: inout Diagnostics) {
        for (key, phrase) in other.phrases {
            guard let own = phrases[key] else {
                diagnostics.emit(.missingPhrase(key, in: place(of: key), written: phrase.location))
                continue
            }
            if other.isBefore(self), own.value.slots != phrase.value.slots {
                diagnostics.emit(.differentSlots(key, own, phrase))
            }
        }
    }

    /// Reports those of `keys` that no phrase has.
    func check(for keys: [String], _ diagnostics: inout Diagnostics) {
        for key in keys where phrases[key] == nil {
            diagnostics.emit(.missingChoice(key, in: place(of: key)))
        }
    }

    private mutating func read(_ mapping: YAMLMapping, below key: String, _ diagnostics: inout Diagnostics) {
        groups[key] = mapping.location
        for entry in mapping.entries {
            guard entry.key.value.isPhraseName else {
                diagnostics.emit(.notAPhraseName(entry.key))
                continue
            }
            let path = key.isEmpty ? entry.key.value : "\(key).\(entry.key.value)"
            children[key, default: []].append(entry.key.value)
            if case .mapping = entry.value.content {
                if let inner = entry.value.mapping(&diagnostics) { read(inner, below: path, &diagnostics) }
            } else if let text = entry.value.string(&diagnostics) {
                read(text, key: path, at: entry.key.location, &diagnostics)
            }
        }
    }

    private mutating func read(
        _ text: Located<String>, key: String, at location: SourceLocation, _ diagnostics: inout Diagnostics
    ) {
        let words = text.value.trimmingWhitespace()
        if words.isEmpty {
            diagnostics.emit(.emptyPhrase(key, at: location))
        } else if let phrase = Phrase(words) {
            phrases[key] = Located(phrase, at: location)
        } else {
            diagnostics.emit(.malformedSlot(key, at: text.location))
        }
    }

    /// Where a missing phrase belongs: the innermost group that is there.
    private func place(of key: String) -> SourceLocation {
        var parts = key.split(separator: ".").map(String.init)
        while !parts.isEmpty {
            parts.removeLast()
            if let place = groups[parts.joined(separator: ".")] { return place }
        }
        return SourceLocation(file: path)
    }

    private func isBefore(_ other: PhraseFile) -> Bool {
        let order = Language.written
        return (order.firstIndex(of: language) ?? 0) < (order.firstIndex(of: other.language) ?? 0)
    }
}

extension String {
    fileprivate var isPhraseName: Bool {
        !isEmpty && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    fileprivate func trimmingWhitespace() -> String {
        let kept = drop { $0.isWhitespace }
        return String(kept[..<(kept.lastIndex { !$0.isWhitespace }.map { kept.index(after: $0) } ?? kept.startIndex)])
    }
}

extension Diagnostic {
    fileprivate static func missingPhrase(
        _ key: String, in place: SourceLocation, written location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "MissingPhrase", at: place, "phrase '\(key)' is missing here and written in \(location)",
            remedy: "write it here too, or remove it there")
    }

    fileprivate static func missingChoice(_ key: String, in place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingPhrase", at: place, "phrase '\(key)' is missing, and pages may ask for it",
            remedy: "write it in every language")
    }

    fileprivate static func differentSlots(_ key: String, _ own: Located<Phrase>, _ other: Located<Phrase>)
        -> Diagnostic
    {
        Diagnostic(
            .error, "DifferentSlots", at: own.location,
            "phrase '\(key)' has other slots here than in \(other.location)",
            remedy: "use "
                + (other.value.slots.isEmpty ? "none" : other.value.slots.map { "{\($0)}" }.joined(separator: ", ")))
    }

    fileprivate static func emptyPhrase(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "EmptyPhrase", at: location, "phrase '\(key)' says nothing", remedy: "write the text")
    }

    fileprivate static func malformedSlot(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MalformedSlot", at: location, "phrase '\(key)' has a brace that belongs to no slot",
            remedy: "write slots as {name}, in small letters")
    }

    fileprivate static func notAPhraseName(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAPhraseName", at: key.location, "'\(key.value)' cannot name a phrase",
            remedy: "use small letters a–z, digits and hyphens")
    }
}
