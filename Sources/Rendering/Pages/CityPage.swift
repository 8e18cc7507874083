import Disclosure
import Geography
import Indicators
import Markup
import Profiles

/// One city: its districts on a map and in a list, and every row of the barometer for all of them side by side.
struct CityPage: PageContent {
    let city: City
    /// The profiles of its districts, split by split.
    let splits: [(split: Split, profiles: [Profile])]

    let template = "city"

    func path(in language: Language) -> SitePath { .city(language, city) }

    func title(_ writer: PageWriter) throws -> String {
        try writer.words.phrase(
            "city.title", ["city": city.name[writer.language], "edition": writer.set.edition.id])
    }

    func description(_ writer: PageWriter) throws -> String {
        try writer.words.phrase("city.description", ["city": city.name[writer.language]])
    }

    func shortName(_ writer: PageWriter) throws -> String? { city.name[writer.language] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let words = writer.words
        let name = city.name[writer.language]
        let count = splits.reduce(0) { $0 + $1.profiles.count }
        return PageMatter(
            [
                "kind": .text(try words.phrase("city.kind", ["edition": writer.set.edition.id])),
                "city": .text(name),
                "lead": .text(
                    try words.phrase("city.lead", count: count, ["city": name, "count": writer.numbers.text(count)])),
                "other-names": city.otherNames.isEmpty
                    ? .flag(false)
                    : .text(try words.phrase("city.other-names", ["names": city.otherNames.joined(separator: ", ")])),
                "population": try population(writer),
                "splits": .list(try splits.map { try value(of: $0.split, $0.profiles, writer, path) }),
                "shapes": .list(try BarometerLegend.shapes(writer)),
                "marks": .list(try BarometerLegend.marks(writer)),
                "downloads": try writer.downloads(writer.set.downloads.filter(\.isForAll), at: path),
            ],
            pictures: try maps(writer))
    }

    /// The tile maps as pictures for files, one for each split that has tiles.
    private func maps(_ writer: PageWriter) throws -> [PageMatter.Picture] {
        try splits.compactMap { split, profiles in
            try DistrictMap(places: profiles.map(\.place), here: nil, writer: writer).picture().map {
                (Self.fileName(of: split), $0)
            }
        }
    }

    private static func fileName(of split: Split) -> String { "kart-\(split.id.split)" }

    private func population(_ writer: PageWriter) throws -> TemplateValue {
        let rows = splits.first?.profiles.first?.sections.flatMap { $0.rows + $0.others } ?? []
        guard let indicator = writer.set.maker.populationIndicator,
            let figure = rows.first(where: { $0.indicator.id == indicator.id })?.city,
            let count = figure.value.estimate?.value
        else { return .flag(false) }
        return .object([
            "count": .text(writer.numbers.text(count)),
            "words": .text(try writer.words.phrase("city.population", ["year": "\(figure.key.period.end)"])),
        ])
    }

    private func value(
        of split: Split, _ profiles: [Profile], _ writer: PageWriter, _ path: SitePath
    ) throws -> TemplateValue {
        let name = city.name[writer.language]
        let slots = ["city": name]
        return .object([
            "id": .text(split.id.split),
            "title": .text(split.title[writer.language]),
            "map": try DistrictMap(places: profiles.map(\.place), here: nil, writer: writer).value(at: path),
            "file": .text(path.link(to: path.sibling("\(Self.fileName(of: split)).svg"))),
            "about": writer.link(
                try writer.words.phrase("city.split", slots), to: .split(writer.language, split.id), from: path),
            "caption": .text(try writer.words.phrase("city.table.caption", slots)),
            "region": .text(try writer.words.phrase("city.table.region", slots)),
            "districts": .list(
                profiles.map { profile in
                    writer.link(
                        profile.place.district.name[writer.language], to: .profile(writer.language, profile.place),
                        from: path)
                }),
            // The indicator, the districts, the city and the country.
            "width": .text("\(profiles.count + 3)"),
            "themes": .list(try themes(profiles, writer, path)),
        ])
    }

    private func themes(_ profiles: [Profile], _ writer: PageWriter, _ path: SitePath) throws -> [TemplateValue] {
        try writer.set.maker.library.themes.compactMap { theme in
            let indicators = writer.set.maker.library.indicators(of: theme.id).filter(\.isInBarometer)
            let rows = try indicators.compactMap { indicator in
                try row(
                    indicator, profiles.map { $0.barometer.first { $0.indicator.id == indicator.id } }, writer, path)
            }
            guard !rows.isEmpty else { return nil }
            return .object(["title": .text(theme.titles[writer.language]), "rows": .list(rows)])
        }
    }

    /// One indicator across the districts; `nil` where no district has a row.
    private func row(
        _ indicator: IndicatorDefinition, _ rows: [ProfileRow?], _ writer: PageWriter, _ path: SitePath
    ) throws -> TemplateValue? {
        guard let first = rows.compactMap(\.self).first else { return nil }
        return .object([
            "title": .text(writer.text(indicator).title),
            "link": .text(path.link(to: .factSheet(writer.language, indicator.id))),
            "unit": .text(try writer.words.unit(of: indicator)),
            "period": .text(writer.text(first.period)),
            "cells": .list(
                try rows.map { row in
                    var cell = try writer.cell(row?.figure)
                    cell["verdict"] = .flag(false)
                    if let row, row.verdict.isMarked {
                        cell["verdict"] = try writer.verdict(row.verdict, of: row.figure)
                    }
                    return .object(cell)
                }),
            "totals": .list(try [first.city, first.country].map { .object(try writer.cell($0)) }),
        ])
    }
}
