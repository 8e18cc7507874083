import Geography
import Markup
import Profiles

/// All indicators, theme by theme.
struct IndicatorListPage: PageContent {
    /// The fact sheets, in the order of the library.
    let sheets: [FactSheet]

    let template = "indicators"

    func path(in language: Language) -> SitePath { .indicators(language) }

    func title(_ writer: PageWriter) throws -> String { try writer.words["indicators.title"] }

    func description(_ writer: PageWriter) throws -> String { try writer.words["indicators.description"] }

    func shortName(_ writer: PageWriter) throws -> String? { try writer.words["nav.indicators"] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let themes = try writer.set.maker.library.themes.compactMap { theme -> TemplateValue? in
            let own = sheets.filter { $0.indicator.theme == theme.id }
            guard !own.isEmpty else { return nil }
            let title = theme.titles[writer.language]
            return .object([
                "id": .text(theme.id.id), "title": .text(title),
                "caption": .text(try writer.words.phrase("indicators.caption", ["theme": title])),
                "rows": .list(try own.map { try row($0, writer, path) }),
            ])
        }
        return PageMatter(["themes": .list(themes)])
    }

    private func row(_ sheet: FactSheet, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let indicator = sheet.indicator
        let source = writer.set.sources.first { $0.register == indicator.register }
        let period = sheet.tables.map(\.period).max()
        return .object([
            "title": .text(writer.text(indicator).title),
            "link": .text(path.link(to: .factSheet(writer.language, indicator.id))),
            "unit": .text(try writer.words.unit(of: indicator)),
            "period": .text(period.map(writer.text) ?? ""),
            "source": .text(source?.owner[writer.language] ?? indicator.register.id),
            "barometer": .text(try writer.words[indicator.isInBarometer ? "indicators.yes" : "indicators.no"]),
        ])
    }
}
