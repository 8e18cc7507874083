import Geography
import LocatedInput

/// A theme of the profile, in the order of the regulation on the overview of public health.
public struct Theme: Sendable {
    /// The theme's name, which is also the folder of its indicators.
    public let id: ThemeID
    /// What the theme is called.
    public let titles: Translated<String>
    /// What its figure in a profile shows; `nil` for a theme without one.
    public let figure: ThemeFigure?
    /// Where it is defined.
    public let location: SourceLocation

    /// Reads `themes.yaml`: a list of themes in their order.
    static func load(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Theme] {
        guard let values = YAMLValue(file, &diagnostics)?.sequence(&diagnostics) else { return [] }
        var themes: [Theme] = []
        for value in values {
            guard let mapping = value.mapping(&diagnostics) else { continue }
            mapping.allow(["id", "title", "figure"], &diagnostics)
            guard let id = mapping.string("id", &diagnostics),
                let titles = mapping.translated("title", &diagnostics)
            else { continue }
            if themes.contains(where: { $0.id.id == id.value }) {
                diagnostics.emit(.doubledTheme(id))
                continue
            }
            let figure = mapping["figure"].flatMap { ThemeFigure($0, &diagnostics) }
            themes.append(Theme(id: ThemeID(id.value), titles: titles, figure: figure, location: id.location))
        }
        return themes
    }
}

extension Diagnostic {
    fileprivate static func doubledTheme(_ id: Located<String>) -> Diagnostic {
        Diagnostic(.error, "DoubledTheme", at: id.location, "two themes are called '\(id.value)'", remedy: "rename one")
    }
}
