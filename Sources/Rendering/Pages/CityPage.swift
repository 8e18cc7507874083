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
            isOfBydeler(writer) ? "city.title" : "city.title-other",
            ["city": city.name[writer.language], "edition": writer.set.edition.id])
    }

    func description(_ writer: PageWriter) throws -> String {
        try writer.words.phrase(
            isOfBydeler(writer) ? "city.description" : "city.description-other", ["city": city.name[writer.language]])
    }

    /// True if the city has profiles of bydeler and of nothing else.
    private func isOfBydeler(_ writer: PageWriter) -> Bool {
        splits.allSatisfy { writer.isOfBydeler($0.split, in: city) }
    }

    /// How many districts have profiles; split by split where there are others than bydeler.
    private func lead(_ writer: PageWriter) throws -> String {
        let (words, name) = (writer.words, city.name[writer.language])
        if isOfBydeler(writer) {
            let count = splits.reduce(0) { $0 + $1.profiles.count }
            return try words.phrase(
                "city.lead", count: count, ["city": name, "count": writer.numbers.text(count)])
        }
        let parts = splits.map { "\($0.split.title[writer.language]) (\(writer.numbers.text($0.profiles.count)))" }
        return try words.phrase("city.lead-other", ["city": name, "splits": writer.list(parts)])
    }

    func shortName(_ writer: PageWriter) throws -> String? { city.name[writer.language] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let words = writer.words
        let name = city.name[writer.language]
        return PageMatter(
            [
                "kind": .text(try words.phrase("city.kind", ["edition": writer.set.edition.id])),
                "city": .text(name),
                "lead": .text(try lead(writer)),
                "other-names": city.otherNames.isEmpty
                    ? .flag(false)
                    : .text(try words.phrase("city.other-names", ["names": city.otherNames.joined(separator: ", ")])),
                "population": try population(writer),
                "splits": .list(try splits.map { try value(of: $0.split, $0.profiles, writer, path) }),
                "symbols": .list(
                    try VerdictWord.allCases.map { word in
                        .markup(try Markup(MarkerSymbol.verdict(word.shape).definition(id: "tegn-\(word.rawValue)")))
                    }),
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
        let slots = ["city": writer.name(of: split, in: city)]
        let districts = ["districts": try writer.districts(of: split, in: city)]
        let isBydel = writer.isOfBydeler(split, in: city)
        let rows = indicatorMaps(of: split, profiles, writer)
        let shown =
            rows.first { $0.shades.contains(where: \.isJudged) } ?? rows.first { $0.shades.contains(where: \.isTested) }
            ?? rows.first
        return .object([
            "shaded": try shown?.value(idPrefix: "\(split.id)-kart", others: samples(of: rows)) ?? .flag(false),
            "shown": shown.map { .text($0.indicator.id.id) } ?? .flag(false),
            "description": .text(try writer.words.phrase("maps.description", ["groups": "#"])),
            "id": .text(split.id.split),
            "title": .text(split.title[writer.language]),
            "choose": .text(
                try isBydel ? writer.words["city.districts.title"] : writer.heading(of: split, in: city)),
            "map-title": .text(
                try isBydel
                    ? writer.words["maps.title"]
                    : writer.words.phrase("maps.title-other", ["split": split.title[writer.language]])),
            "table-title": .text(
                try isBydel
                    ? writer.words["city.table.title"]
                    : writer.words.phrase("city.table.title-other", ["split": split.title[writer.language]])),
            "map": try DistrictMap(places: profiles.map(\.place), here: nil, writer: writer).value(at: path),
            "file": .text(path.link(to: path.sibling("\(Self.fileName(of: split)).svg"))),
            "about": writer.link(
                try writer.words.phrase("city.split", slots), to: .split(writer.language, split.id), from: path),
            "caption": .text(try writer.words.phrase("city.table.caption", districts)),
            "region": .text(try writer.words.phrase("city.table.region", districts)),
            "districts": .list(
                try profiles.map { profile in
                    let name = profile.place.district.name[writer.language]
                    return .object([
                        "name": .text(name), "link": .text(path.link(to: .profile(writer.language, profile.place))),
                        "code": .text(profile.place.district.code.digits),
                        "sort": .text(try writer.words.phrase("maps.sort", ["district": name])),
                        "worst": .text(try writer.words.phrase("maps.sorted-worst", ["district": name])),
                        "best": .text(try writer.words.phrase("maps.sorted-best", ["district": name])),
                    ])
                }),
            // The indicator, the districts, the city and the country.
            "width": .text("\(profiles.count + 3)"),
            "themes": .list(try themes(rows, writer, path)),
        ])
    }

    /// A map for each row of the table, in the table's order.
    private func indicatorMaps(of split: Split, _ profiles: [Profile], _ writer: PageWriter) -> [IndicatorMap] {
        let rows = profiles.map { Dictionary($0.barometer.map { ($0.indicator.id, $0) }) { first, _ in first } }
        let library = writer.set.maker.library
        return library.themes.flatMap { library.indicators(of: $0.id).filter(\.isInBarometer) }.compactMap {
            indicator in
            let own = rows.map { $0[indicator.id] }
            guard let period = own.compactMap(\.self).first?.period else { return nil }
            return IndicatorMap(
                of: indicator, in: split, of: city, period: period, rows: Array(zip(profiles.map(\.place), own)),
                writer: writer)
        }
    }

    /// A sample of every shade that some row has.
    private func samples(of rows: [IndicatorMap]) throws -> [(shade: MapShade, words: String)] {
        var samples: [(shade: MapShade, words: String)] = []
        for row in rows {
            for shade in row.shades where !samples.contains(where: { $0.shade.name == shade.name }) {
                samples.append((shade, try row.words(for: shade)))
            }
        }
        return samples.sorted { $0.shade.name < $1.shade.name }
    }

    private func themes(_ maps: [IndicatorMap], _ writer: PageWriter, _ path: SitePath) throws -> [TemplateValue] {
        try writer.set.maker.library.themes.compactMap { theme in
            let rows = maps.filter { $0.indicator.theme == theme.id }
            guard !rows.isEmpty else { return nil }
            return .object([
                "title": .text(theme.titles[writer.language]), "key": .text(theme.id.description),
                "rows": .list(try rows.map { try row($0, writer, path) }),
            ])
        }
    }

    /// One indicator across the districts.
    private func row(_ map: IndicatorMap, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let first = map.rows.compactMap(\.row).first
        return .object([
            "key": .text(map.indicator.id.id),
            "shades": .text(map.shades.map(\.name).joined(separator: " ")),
            "classes": .text(try map.classLabels().joined(separator: "|")),
            "map-title": .text(try map.title()),
            "title": .text(writer.text(map.indicator).title),
            "link": .text(path.link(to: .factSheet(writer.language, map.indicator.id))),
            "unit": .text(try writer.words.unit(of: map.indicator)),
            "period": .text(writer.text(map.period)),
            "cells": .list(
                try map.rows.map { _, row in
                    var cell = try writer.cell(row?.figure)
                    cell["verdict"] = .flag(false)
                    if let row, row.verdict.isTested {
                        cell["verdict"] = try writer.verdict(row.verdict, of: row.figure)
                    }
                    return .object(cell)
                }),
            "totals": .list(try [first?.city, first?.country].map { .object(try writer.cell($0)) }),
        ])
    }
}

extension MapShade {
    /// True if the shade tells of a test that was made.
    fileprivate var isTested: Bool {
        if case .verdict(let verdict) = self { return verdict != .notTested }
        return false
    }

    /// True if the shade tells of a difference that is good or bad.
    fileprivate var isJudged: Bool { self == .verdict(.favourable) || self == .verdict(.lessFavourable) }
}
