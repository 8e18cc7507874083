import Geography
import Markup
import Profiles

/// The files of figures.
struct TablesPage: PageContent {
    /// The fact sheets, in the order of the library.
    let sheets: [FactSheet]

    let template = "tables"

    func path(in language: Language) -> SitePath { .tables(language) }

    func title(_ writer: PageWriter) throws -> String { try writer.words["tables.title"] }

    func description(_ writer: PageWriter) throws -> String { try writer.words["tables.description"] }

    func shortName(_ writer: PageWriter) throws -> String? { try writer.words["nav.tables"] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let themes = try writer.set.maker.library.themes.compactMap { theme -> TemplateValue? in
            let rows = try sheets.filter { $0.indicator.theme == theme.id }.compactMap { try row($0, writer, path) }
            guard !rows.isEmpty else { return nil }
            let title = theme.titles[writer.language]
            return .object([
                "title": .text(title),
                "caption": .text(try writer.words.phrase("tables.caption", ["theme": title])),
                "rows": .list(rows),
            ])
        }
        return PageMatter([
            "bank": try StatisticsBank(sheets: sheets, writer: writer, path: path).value(),
            "downloads": try writer.downloads(
                writer.set.downloads.filter { $0.isForAll || $0 == .catalogue || $0.isAboutProtection }, at: path),
            "cite": .text(try writer.citation(of: try writer.words["data.all"], from: owners(writer))),
            "themes": .list(themes),
            "has-themes": .flag(!themes.isEmpty),
            "is-empty": .flag(writer.set.downloads.isEmpty),
        ])
    }

    /// Who the figures come from: every owner once.
    private func owners(_ writer: PageWriter) -> String {
        var owners: [String] = []
        for source in writer.set.sources where !owners.contains(source.owner[writer.language]) {
            owners.append(source.owner[writer.language])
        }
        return owners.joined(separator: ", ")
    }

    private func row(_ sheet: FactSheet, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue? {
        let download = Download.jsonStat(sheet.indicator.id)
        guard writer.set.downloads.contains(download) else { return nil }
        let file = download.path(in: writer.set.edition)
        return .object([
            "title": .text(writer.text(sheet.indicator).title),
            "link": .text(path.link(to: .factSheet(writer.language, sheet.indicator.id))),
            "table": .text(path.link(to: .table(writer.language, sheet.indicator.id))),
            "file": .text(path.link(to: file)),
            "name": .text(file.parts.last ?? ""),
        ])
    }
}
