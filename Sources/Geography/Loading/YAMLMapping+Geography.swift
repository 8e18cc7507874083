import LocatedInput

extension YAMLMapping {
    /// The name of a place under `key`: `{ nb: Bergen }`, with other languages where the name differs there.
    func placeName(_ key: String, _ diagnostics: inout Diagnostics) -> PlaceName? {
        guard let names = mapping(key, &diagnostics) else { return nil }
        names.allow(Language.allCases.map(\.rawValue), &diagnostics)
        var others: [Language: String] = [:]
        for language in Language.allCases where language != .nb {
            guard let text = names[language.rawValue]?.string(&diagnostics) else { continue }
            others[language] = NameText.check(text, &diagnostics)
        }
        guard let nb = names.string("nb", &diagnostics).flatMap({ NameText.check($0, &diagnostics) }) else {
            return nil
        }
        return PlaceName(nb: nb, others: others)
    }

    /// The days from `valid_from` up to `valid_to`; a key left out is an open end.
    func validity(_ diagnostics: inout Diagnostics) -> DateRange? {
        func text(_ key: String) -> Located<String>? {
            guard let value = self[key] else { return Located("", at: location) }
            return value.string(&diagnostics)
        }
        guard let from = text("valid_from"), let to = text("valid_to") else { return nil }
        return DateRange.read(from: from, to: to, &diagnostics)
    }

    /// The date under `key`, which must be there.
    public func date(_ key: String, _ diagnostics: inout Diagnostics) -> CalendarDate? {
        guard let text = string(key, &diagnostics) else { return nil }
        if let date = CalendarDate(text.value) { return date }
        diagnostics.emit(.notADate(text))
        return nil
    }
}
