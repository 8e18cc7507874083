import Geography
import Indicators
import Markup
import Profiles

/// One figure of a fact sheet alone, for other sites to frame: the picture, its source and the way to the whole.
struct EmbedPage: PageContent {
    let sheet: FactSheet
    /// The split whose districts are shown.
    let table: FactSheet.Table

    let template = "embed"

    func path(in language: Language) -> SitePath { .embed(language, sheet.indicator.id, table.split.id) }

    func title(_ writer: PageWriter) throws -> String {
        try writer.words.phrase("embed.title", ["figure": writer.finding(of: table, in: sheet)])
    }

    func description(_ writer: PageWriter) throws -> String { try writer.words["indicator.city.description"] }

    func shortName(_ writer: PageWriter) throws -> String? { nil }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let sheetPath = SitePath.factSheet(writer.language, sheet.indicator.id)
        return PageMatter([
            "figure": .text(path.link(to: sheetPath.sibling("\(table.split.id).svg"))),
            "alternative": .text(try writer.alternative(of: table, in: sheet)),
            "source": .text(try writer.source(of: sheet.indicator.id)),
            "sheet": .text(path.link(to: sheetPath) + "#\(table.split.id)"),
        ])
    }
}

extension PageWriter {
    /// What the figure of `table` shows, as its heading.
    func finding(of table: FactSheet.Table, in sheet: FactSheet) throws -> String {
        try words.phrase(
            "indicator.city.finding",
            [
                "title": text(sheet.indicator).title, "districts": districts(of: table.split, in: table.city),
                "period": text(table.period),
            ])
    }

    /// The figure of `table` in words, for those who do not see it: every district with its number.
    func alternative(of table: FactSheet.Table, in sheet: FactSheet) throws -> String {
        let districts = try table.rows.map { place, row in
            let value = row.figure.value
            return try words.phrase(
                "embed.district",
                [
                    "district": place.district.name[language],
                    "value": value.estimate.map { numbers.text($0.value) } ?? words.reason(value),
                ])
        }
        return try words.phrase(
            "embed.alternative",
            [
                "figure": finding(of: table, in: sheet), "unit": words.unit(of: sheet.indicator),
                "districts": districts.joined(separator: "; "),
            ])
    }
}
