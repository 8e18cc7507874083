/// A mapping in a YAML file, read key by key; keys that nobody asked for are errors.
public struct YAMLMapping: Sendable {
    /// Where the mapping begins.
    public let location: SourceLocation
    /// The entries in the order they were written.
    public let entries: [(key: Located<String>, value: YAMLValue)]

    init(_ entries: [(key: Located<String>, value: YAMLValue)], at location: SourceLocation) {
        self.entries = entries
        self.location = location
    }

    /// Reports every key outside `known`.
    public func allow(_ known: [String], _ diagnostics: inout Diagnostics) {
        for entry in entries where !known.contains(entry.key.value) {
            diagnostics.emit(.unknownKey(entry.key, among: known))
        }
    }

    /// The value of `key`, or `nil` where it was left out.
    public subscript(key: String) -> YAMLValue? { entries.first { $0.key.value == key }?.value }

    /// The value of `key`; a diagnostic and `nil` where it was left out.
    public func required(_ key: String, _ diagnostics: inout Diagnostics) -> YAMLValue? {
        if let value = self[key] { return value }
        diagnostics.emit(.missingKey(key, at: location))
        return nil
    }

    /// The text of `key`, which must be there.
    public func string(_ key: String, _ diagnostics: inout Diagnostics) -> Located<String>? {
        required(key, &diagnostics)?.string(&diagnostics)
    }

    /// The mapping under `key`, which must be there.
    public func mapping(_ key: String, _ diagnostics: inout Diagnostics) -> YAMLMapping? {
        required(key, &diagnostics)?.mapping(&diagnostics)
    }

    /// The text of `key`, which must be one of `choices`; the choice itself.
    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, of type: Choice.Type, _ diagnostics: inout Diagnostics
    ) -> Located<Choice>? where Choice.RawValue == String {
        guard let text = string(key, &diagnostics) else { return nil }
        if let choice = Choice(rawValue: text.value) { return Located(choice, at: text.location) }
        diagnostics.emit(.unknownChoice(text, for: key, among: Choice.allCases.map(\.rawValue)))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unknownKey(_ key: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownKey", at: key.location, "nothing here is called '\(key.value)'",
            remedy: Suggestion.remedy(for: key.value, among: known))
    }

    fileprivate static func missingKey(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "MissingKey", at: location, "'\(key)' is missing", remedy: "add it")
    }

    fileprivate static func unknownChoice(_ text: Located<String>, for key: String, among known: [String]) -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownChoice", at: text.location, "'\(text.value)' is no \(key)",
            remedy: Suggestion.remedy(for: text.value, among: known))
    }
}
