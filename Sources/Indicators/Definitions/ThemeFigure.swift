import LocatedInput

/// What the figure of a theme shows in a profile.
public struct ThemeFigure: Sendable {
    /// The kinds of figure.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The population by sex and age.
        case pyramid
        /// One indicator through time: the district with its intervals, the city and the country.
        case development
        /// One indicator in all districts of the city, with intervals.
        case districts
    }

    /// The kind.
    public let kind: Kind
    /// The indicator it shows where the district has a figure for it; `nil` for the one with most to say, and for a
    /// pyramid.
    public let indicator: Located<IndicatorID>?

    /// Reads `{ kind: development, indicator: ID }`; diagnostics and `nil` for anything else.
    init?(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(["kind", "indicator"], &diagnostics)
        let id = mapping["indicator"].map { $0.string(&diagnostics) }
        guard let kind = mapping.choice("kind", of: Kind.self, &diagnostics) else { return nil }
        if kind.value == .pyramid, let id = mapping["indicator"] {
            diagnostics.emit(.pyramidOfIndicator(at: id.location))
        }
        self.kind = kind.value
        indicator = id.flatMap { $0.map { Located(IndicatorID($0.value), at: $0.location) } }
    }

    /// Reports an indicator that is none of `known`.
    func check(among known: [IndicatorID], _ diagnostics: inout Diagnostics) {
        guard let indicator, !known.contains(indicator.value) else { return }
        diagnostics.emit(.unknownIndicator(indicator, among: known.map(\.id)))
    }
}

extension Diagnostic {
    fileprivate static func pyramidOfIndicator(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "PyramidOfIndicator", at: location, "a pyramid always shows the population",
            remedy: "remove 'indicator', or choose another kind")
    }

    fileprivate static func unknownIndicator(_ id: Located<IndicatorID>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownIndicator", at: id.location, "indicator '\(id.value)' doesn't exist",
            remedy: Suggestion.remedy(for: id.value.id, among: known))
    }
}
