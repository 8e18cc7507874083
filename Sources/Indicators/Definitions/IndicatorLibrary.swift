import LocatedInput
import Registers

/// Every theme and indicator there is.
public struct IndicatorLibrary: Sendable {
    /// The themes, in the profile's order.
    public let themes: [Theme]
    /// The indicators: theme by theme, in their order within each.
    public let indicators: [IndicatorDefinition]
    private let positions: [IndicatorID: Int]

    /// The indicator `id`, or `nil`.
    public subscript(id: IndicatorID) -> IndicatorDefinition? { positions[id].map { indicators[$0] } }

    /// The indicators of `theme`, in order.
    public func indicators(of theme: ThemeID) -> [IndicatorDefinition] { indicators.filter { $0.theme == theme } }

    /// The indicators that need no other registers than `registers`: what an edition can publish that has figures of these
    /// alone. All themes are kept.
    public func limited(to registers: Set<RegisterID>) -> IndicatorLibrary {
        IndicatorLibrary(themes: themes, indicators: indicators.filter { $0.registers.isSubset(of: registers) })
    }

    /// Reads `themes.yaml` and every `<theme>/<id>.yaml` in `folder`. All faults are reported: a file that does not
    /// define what its name says, a register or theme nobody knows, two indicators in one place.
    public static func load(
        from folder: InputFolder, registers: some Collection<RegisterID>, _ diagnostics: inout Diagnostics
    ) -> IndicatorLibrary? {
        guard let file = InputFile(reading: folder.file("themes.yaml"), &diagnostics) else { return nil }
        let themes = Theme.load(file, &diagnostics)
        let names = themes.map(\.id.id)
        let shared = ["registers", "open-figures", "standard-populations", "methods"]
        for name in folder.folders() where !names.contains(name) && !shared.contains(name) {
            diagnostics.emit(.unknownThemeFolder(folder.file(name), name, among: names))
        }
        var found: [IndicatorDefinition] = []
        for theme in themes {
            for (name, definition) in definitions(in: folder.folder(theme.id.id), &diagnostics) {
                definition.check(fileName: name, folder: theme.id, &diagnostics)
                if !registers.contains(definition.register) {
                    diagnostics.emit(.unknownRegister(definition, among: registers.map(\.id)))
                }
                if let twin = found.first(where: { $0.id == definition.id }) {
                    diagnostics.emit(.doubledIndicator(definition, twin))
                }
                if let twin = found.first(where: { $0.theme == definition.theme && $0.order == definition.order }) {
                    diagnostics.emit(.doubledOrder(definition, twin))
                }
                found.append(definition)
            }
        }
        let places = Dictionary(uniqueKeysWithValues: themes.enumerated().map { ($1.id, $0) })
        found.sort { (places[$0.theme] ?? 0, $0.order, $0.id) < (places[$1.theme] ?? 0, $1.order, $1.id) }
        for theme in themes { theme.figure?.check(among: found.map(\.id), &diagnostics) }
        guard !diagnostics.hasErrors else { return nil }
        return IndicatorLibrary(themes: themes, indicators: found)
    }

    /// Every definition that could be read in `folder`, by the names of their files.
    private static func definitions(in folder: InputFolder, _ diagnostics: inout Diagnostics)
        -> [(name: String, definition: IndicatorDefinition)]
    {
        let names = folder.files(ending: "yaml")
        let read = concurrently(names.count, &diagnostics) { index, diagnostics in
            InputFile(reading: folder.file(names[index]), &diagnostics).flatMap {
                IndicatorDefinition($0, &diagnostics)
            }
        }
        return zip(names, read).compactMap { name, definition in definition.map { (name, $0) } }
    }

    private init(themes: [Theme], indicators: [IndicatorDefinition]) {
        self.themes = themes
        self.indicators = indicators
        positions = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.id, $0) })
    }
}

extension IndicatorDefinition {
    fileprivate func check(fileName: String, folder: ThemeID, _ diagnostics: inout Diagnostics) {
        if fileName != "\(id).yaml" { diagnostics.emit(.wrongFileName(self, fileName)) }
        if theme != folder { diagnostics.emit(.wrongFolder(self, folder)) }
    }
}

extension Diagnostic {
    fileprivate static func unknownThemeFolder(_ path: String, _ name: String, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownTheme", at: SourceLocation(file: path), "there is no theme '\(name)' in themes.yaml",
            remedy: Suggestion.remedy(for: name, among: known))
    }

    fileprivate static func unknownRegister(_ definition: IndicatorDefinition, among known: [String]) -> Diagnostic {
        let name = definition.register.id
        return Diagnostic(
            .error, "UnknownRegister", at: definition.location, "register '\(name)' doesn't exist",
            remedy: Suggestion.remedy(for: name, among: known))
    }

    fileprivate static func doubledIndicator(_ definition: IndicatorDefinition, _ twin: IndicatorDefinition)
        -> Diagnostic
    {
        Diagnostic(
            .error, "DoubledIndicator", at: definition.location,
            "'\(definition.id)' is also defined in \(twin.location)", remedy: "rename one")
    }

    fileprivate static func doubledOrder(_ definition: IndicatorDefinition, _ twin: IndicatorDefinition) -> Diagnostic {
        Diagnostic(
            .error, "DoubledOrder", at: definition.location,
            "'\(definition.id)' has the same place in its theme as '\(twin.id)'", remedy: "give one another order")
    }

    fileprivate static func wrongFileName(_ definition: IndicatorDefinition, _ name: String) -> Diagnostic {
        Diagnostic(
            .error, "WrongFileName", at: definition.location, "the file \(name) defines '\(definition.id)'",
            remedy: "name the file \(definition.id).yaml, or mend its id")
    }

    fileprivate static func wrongFolder(_ definition: IndicatorDefinition, _ folder: ThemeID) -> Diagnostic {
        Diagnostic(
            .error, "WrongFolder", at: definition.location,
            "'\(definition.id)' says theme '\(definition.theme)' and lies in the folder of '\(folder)'",
            remedy: "move the file, or mend its theme")
    }
}
