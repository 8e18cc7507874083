import LocatedInput

/// What an indicator is called and how it is explained, in one language.
public struct IndicatorText: Hashable, Sendable {
    /// The name, as the barometer shows it.
    public let title: String
    /// The name as the subject of a sentence: `Andelen barn under 18 år`.
    public let subject: String
    /// What is counted, among whom and when, in full sentences.
    public let definition: String
    /// What a reader must know before using the figure, if anything.
    public let caveat: String?

    init?(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(["title", "subject", "definition", "caveat"], &diagnostics)
        let title = mapping.phrase("title", &diagnostics)
        let subject = mapping.phrase("subject", &diagnostics)
        let definition = mapping.phrase("definition", &diagnostics)
        var caveat: String?
        if mapping["caveat"] != nil {
            guard let text = mapping.phrase("caveat", &diagnostics) else { return nil }
            caveat = text
        }
        guard let title, let subject, let definition else { return nil }
        self.title = title
        self.subject = subject
        self.definition = definition
        self.caveat = caveat
    }
}

extension YAMLMapping {
    fileprivate func phrase(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
        required(key, &diagnostics)?.phrase(&diagnostics)
    }
}
