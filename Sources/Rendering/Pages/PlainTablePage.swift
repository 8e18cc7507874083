import Disclosure
import Geography
import Indicators
import Markup
import Profiles
import Registers

/// The figures of one indicator in tables that need no script: all periods for each city's districts; or, where there are
/// figures by sex and age, those of the newest period for one city.
struct PlainTablePage: PageContent {
    let sheet: FactSheet
    /// The city whose figures by sex and age are shown; `nil` for the page of all periods.
    var groups: FactSheet.Table?

    let template = "table"

    private var indicator: IndicatorDefinition { sheet.indicator }

    func path(in language: Language) -> SitePath {
        groups.map { .table(language, indicator.id, $0.split.id) } ?? .table(language, indicator.id)
    }

    func title(_ writer: PageWriter) throws -> String {
        let title = writer.text(indicator).title
        guard let groups else { return try writer.words.phrase("plain.title", ["title": title]) }
        return try writer.words.phrase(
            "plain.groups-title", ["title": title, "city": writer.name(of: groups)])
    }

    func description(_ writer: PageWriter) throws -> String {
        try writer.words.phrase("plain.description", ["title": writer.text(indicator).title])
    }

    func trail(_ writer: PageWriter) throws -> [(name: String, path: SitePath)] {
        let bank = (try writer.words["nav.tables"], SitePath.tables(writer.language))
        return groups == nil
            ? [bank] : [bank, (writer.text(indicator).title, .table(writer.language, indicator.id))]
    }

    func shortName(_ writer: PageWriter) throws -> String? {
        groups.map { writer.name(of: $0) } ?? writer.text(indicator).title
    }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let words = writer.words
        let text = writer.text(indicator)
        let (sexes, ages) = breakdown
        return PageMatter([
            "title": .text(groups == nil ? text.title : try title(writer)),
            "lead": .text(
                try words.phrase("plain.lead", ["unit": words.unit(of: indicator), "definition": text.definition])),
            "source": .text(try writer.source(of: indicator.id)),
            "sheet": .text(path.link(to: .factSheet(writer.language, indicator.id))),
            "bank": .text(path.link(to: .tables(writer.language)) + "?indikator=\(indicator.id)"),
            "cities": .list(
                try (groups.map { [$0] } ?? sheet.tables).map { table in
                    let city = writer.name(of: table)
                    return .object([
                        "id": .text(table.split.id.description),
                        "heading": .text(city),
                        "series": groups == nil ? try series(table, writer) : .flag(false),
                        "groups": groups == nil
                            ? .list([]) : .list(try sexes.map { try value(of: $0, ages, table, writer) }),
                        "more": groups != nil || sexes.isEmpty
                            ? .flag(false)
                            : writer.link(
                                try words.phrase("plain.groups-title", ["title": text.title, "city": city]),
                                to: .table(writer.language, indicator.id, table.split.id), from: path),
                    ])
                }),
            "has-groups": .flag(groups != nil),
            "marks": .list(try BarometerLegend.marks(writer)),
            "downloads": try writer.downloads(
                writer.set.downloads.filter { $0.isForAll || $0 == .jsonStat(indicator.id) }, at: path),
        ])
    }

    /// True if there are figures by sex and age.
    var hasGroups: Bool { !breakdown.sexes.isEmpty }

    /// The sexes and ages that there are figures for besides the whole; none for most indicators.
    private var breakdown: (sexes: [Sex], ages: [AgeRange]) {
        guard case .count(_, let breakdown) = indicator.measure, !breakdown.ages.isEmpty else { return ([], []) }
        return ([.both] + breakdown.sexes, [.all] + breakdown.ages)
    }

    /// Every period for every district, its city and the country, intervals included.
    private func series(_ table: FactSheet.Table, _ writer: PageWriter) throws -> TemplateValue {
        guard let first = table.rows.first else { return .flag(false) }
        let words = writer.words
        let columns: [(String, Series)] =
            table.rows.map { ($0.place.district.name[writer.language], $0.row.series) }
            + [(try words["indicator.city.whole"], first.row.citySeries), (try words["place.country"], sheet.country)]
        let timeline = Timeline(columns.map(\.1))
        let figures = columns.map { timeline.figures(of: $0.1) }
        return .object([
            "caption": .text(
                try words.phrase(
                    "plain.series", ["title": writer.text(indicator).title, "city": writer.name(of: table)])),
            "columns": .list(([try words["indicator.city.period"]] + columns.map(\.0)).map { .text($0) }),
            "rows": .list(
                try timeline.periods.indices.reversed().map { index in
                    .object([
                        "heading": .text(writer.text(timeline.periods[index])),
                        "cells": .list(try figures.map { try cell($0[index], writer) }),
                    ])
                }),
        ])
    }

    /// One sex by age for every district, its city and the country, in the period that profiles show.
    private func value(of sex: Sex, _ ages: [AgeRange], _ table: FactSheet.Table, _ writer: PageWriter) throws
        -> TemplateValue
    {
        let words = writer.words
        let city = writer.name(of: table)
        let (whole, country) = (try words["indicator.city.whole"], try words["place.country"])
        let areas =
            table.rows.map { ($0.place.district.name[writer.language], $0.place.area) }
            + table.rows.prefix(1).map { (whole, $0.place.cityArea) } + [(country, .country)]
        let figures = areas.map { writer.set.maker.table.figures(of: indicator.id, for: $0.1) }
        let caption = try words.phrase(
            "plain.groups",
            [
                "title": writer.text(indicator).title, "city": city, "period": writer.text(table.period),
                "sex": try words[sex == .both ? "labels.both-sexes" : sex == .men ? "sex.men" : "sex.women"],
            ])
        return .object([
            "caption": .text(caption),
            "columns": .list(([try words["labels.age"]] + areas.map(\.0)).map { .text($0) }),
            "rows": .list(
                try ages.map { age in
                    .object([
                        "heading": .text(age == .all ? try words["labels.all-ages"] : try writer.text(age)),
                        "cells": .list(try figures.map { try cell($0[table.period, sex, age], writer) }),
                    ])
                }),
        ])
    }

    private func cell(_ figure: PublishedFigure?, _ writer: PageWriter) throws -> TemplateValue {
        var cell = try writer.cell(figure)
        cell["interval"] =
            writer.interval(figure).map { .text(writer.numbers.range($0.lower, $0.upper)) } ?? .flag(false)
        return .object(cell)
    }
}
