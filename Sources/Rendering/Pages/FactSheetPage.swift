import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

/// The fact sheet of one indicator: what it means, all districts with their intervals, and its development.
struct FactSheetPage: PageContent {
    let sheet: FactSheet

    let template = "indicator"

    private var indicator: IndicatorDefinition { sheet.indicator }

    func path(in language: Language) -> SitePath { .factSheet(language, indicator.id) }

    func title(_ writer: PageWriter) throws -> String {
        try writer.words.phrase("indicator.title", ["title": writer.text(indicator).title])
    }

    func description(_ writer: PageWriter) throws -> String {
        try writer.words.phrase("indicator.description", ["title": writer.text(indicator).title])
    }

    func trail(_ writer: PageWriter) throws -> [(name: String, path: SitePath)] {
        [(try writer.words["nav.indicators"], .indicators(writer.language))]
    }

    func shortName(_ writer: PageWriter) throws -> String? { writer.text(indicator).title }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let text = writer.text(indicator)
        let charts = try charts(writer)
        let trends = try trends(writer)
        return PageMatter(
            [
                "title": .text(text.title),
                "definition": .text(text.definition),
                "caveat": text.caveat.map { .text($0) } ?? .flag(false),
                "facts": .list(try facts(writer)),
                "method": .text(try method(writer)),
                "country": .text(try country(writer)),
                "cities": .list(
                    try charts.map { chart in
                        try value(of: chart, trends.first { $0.name == chart.name }, writer, path)
                    }),
                "shapes": .list(try BarometerLegend.shapes(writer)),
                "marks": .list(try BarometerLegend.marks(writer)),
                "script": .text(path.link(to: .shareScript)),
                "table": .text(path.link(to: .table(writer.language, indicator.id))),
                "bank": .text(path.link(to: .tables(writer.language)) + "?indikator=\(indicator.id)"),
                "downloads": try writer.downloads(
                    writer.set.downloads.filter { Download.about(indicator.id).contains($0) || $0.isForAll }, at: path),
            ],
            pictures: (charts.map { ($0.name, $0.picture) }
                + trends.map { (Self.fileName(ofTrend: $0.name), $0.picture) })
                .map { ($0, $1(writer.standalone)) } + (try maps(writer)))
    }

    func structuredData(_ writer: PageWriter) throws -> JSONText? {
        DatasetDescription(sheet: sheet, writer: writer).json
    }

    /// The maps as pictures for files.
    private func maps(_ writer: PageWriter) throws -> [PageMatter.Picture] {
        try sheet.tables.compactMap { table in
            let name = Self.mapName(table.split)
            return try IndicatorMap(of: indicator, table, writer: writer).picture(idPrefix: name).map { (name, $0) }
        }
    }

    private static func mapName(_ split: Split) -> String { "\(split.id)-kart" }

    /// How the figures are worked out, and what the years of a period add.
    private func method(_ writer: PageWriter) throws -> String {
        let method = try writer.words["indicator.methods.\(indicator.measure.name)"]
        guard let events = indicator.measure.events, events.years > 1, events.counts == .stock else { return method }
        return "\(method) \(try writer.words["indicator.methods.stock"])"
    }

    private func facts(_ writer: PageWriter) throws -> [TemplateValue] {
        let words = writer.words
        let theme = writer.set.maker.library.themes.first { $0.id == indicator.theme }
        let source = writer.set.sources.first { $0.register == indicator.register }
        let facts: [(String, String?)] = [
            ("unit", try words.unit(of: indicator)),
            ("theme", theme?.titles[writer.language]),
            ("polarity", try words.polarity(indicator.polarity)),
            ("register", source?.name[writer.language]),
            ("owner", source?.owner[writer.language]),
            ("licence", source?.licence[writer.language]),
            ("coverage", source?.coverage?[writer.language]),
            ("breaks", try breaks(writer)),
            ("cite", try writer.citation(of: writer.text(indicator).title, from: source?.owner[writer.language])),
        ]
        return try facts.compactMap { key, text in
            guard let text else { return nil }
            return .object(["name": .text(try words["indicator.\(key)"]), "text": .text(text)])
        }
    }

    /// Where the districts' series are broken, city by city; `nil` where none is.
    private func breaks(_ writer: PageWriter) throws -> String? {
        let cities = sheet.tables.compactMap { table -> String? in
            let broken = table.rows.flatMap(\.row.series.points).filter { $0.flags.contains(.seriesBreak) }
            let periods = Set(broken.map(\.key.period)).sorted().map(writer.text)
            return periods.isEmpty
                ? nil : "\(writer.name(of: table)): \(periods.joined(separator: ", "))"
        }
        return cities.isEmpty ? nil : cities.joined(separator: "; ")
    }

    private func country(_ writer: PageWriter) throws -> String {
        guard let newest = sheet.country.newest, let value = try writer.spoken(newest, of: indicator) else {
            return try writer.words["indicator.no-country"]
        }
        return try writer.words.phrase(
            "indicator.country", ["value": value, "period": writer.text(newest.key.period)])
    }

    // MARK: - City by city

    /// A city's chart and what it is made from.
    private struct CityChart {
        let name: String
        let table: FactSheet.Table
        let picture: @Sendable (ChartStyle) -> Node
    }

    /// The charts, one for each split.
    private func charts(_ writer: PageWriter) throws -> [CityChart] {
        try sheet.tables.map { table in
            let slots = [
                "title": writer.text(indicator).title,
                "districts": try writer.districts(of: table.split, in: table.city),
                "period": writer.text(table.period),
            ]
            let chart = IntervalDotChart(
                rows: table.rows.map { writer.dotRow($0.place, $0.row) },
                country: table.rows.first?.row.country?.value.estimate?.value,
                countryLabel: try writer.words["place.country"], unit: try writer.words.unit(of: indicator))
            let chartWords = ChartWords(
                idPrefix: table.split.id.description,
                title: try writer.words.phrase("indicator.city.finding", slots),
                description: try writer.words["indicator.city.description"], source: try writer.source(of: indicator.id)
            )
            let numbers = writer.numbers
            return CityChart(
                name: table.split.id.description, table: table,
                picture: { chart.node(chartWords, numbers, style: $0) })
        }
    }

    /// A city's development beside the country's, and what it is made from.
    private struct Development {
        let name: String
        let heading: String
        let table: TemplateValue
        let picture: @Sendable (ChartStyle) -> Node
    }

    private static func fileName(ofTrend split: String) -> String { "\(split)-utvikling" }

    /// The development of each city that has more than one period; districts have theirs on their profiles.
    private func trends(_ writer: PageWriter) throws -> [Development] {
        let words = writer.words
        return try sheet.tables.compactMap { table in
            guard let row = table.rows.first?.row else { return nil }
            let timeline = Timeline([row.citySeries, sheet.country])
            guard timeline.periods.count > 1 else { return nil }
            let city = writer.name(of: table)
            let country = try words["place.country"]
            let unit = try words.unit(of: indicator)
            func line(_ role: TrendSeries.Role, _ name: String, _ series: Series) -> TrendSeries {
                TrendSeries(
                    role, name: name, values: timeline.values(of: series),
                    intervals: timeline.figures(of: series).map { writer.interval($0) })
            }
            let lines = [line(.city, city, row.citySeries), line(.country, country, sheet.country)].filter { line in
                line.values.contains { $0 != nil }
            }
            let chart = TrendChart(
                periods: timeline.chartPeriods(writer), series: lines, unit: unit,
                breaks: timeline.breaks(of: row.citySeries))
            let heading = try words.phrase(
                "rank.trend",
                [
                    "title": writer.text(indicator).title, "city": city, "from": "\(timeline.periods[0].start)",
                    "to": "\(timeline.periods[timeline.periods.count - 1].end)",
                ])
            let chartWords = ChartWords(
                idPrefix: Self.fileName(ofTrend: table.split.id.description), title: heading,
                description: try words["rank.trend-description"], source: try writer.source(of: indicator.id))
            let figures = [row.citySeries, sheet.country].map { timeline.figures(of: $0) }
            let cells = DataTable(
                caption: heading, columns: [try words["indicator.city.period"], city, country],
                rows: try timeline.periods.indices.reversed().map { index in
                    (writer.text(timeline.periods[index]), try figures.map { .object(try writer.cell($0[index])) })
                })
            let numbers = writer.numbers
            return Development(
                name: table.split.id.description, heading: heading, table: cells.value,
                picture: { chart.node(chartWords, numbers, style: $0) })
        }
    }

    /// The development as the template shows it; silent where a city has none.
    private func value(of trend: Development?, _ path: SitePath) throws -> TemplateValue {
        guard let trend else { return .flag(false) }
        return .object([
            "heading": .text(trend.heading), "picture": .markup(try Markup(trend.picture(.page))),
            "file": .text(path.link(to: path.sibling("\(Self.fileName(ofTrend: trend.name)).svg"))),
            "table": trend.table,
        ])
    }

    /// The districts by value; silent where that would say more than is known.
    private func ranking(_ table: FactSheet.Table, _ writer: PageWriter) throws -> TemplateValue {
        guard let ranking = Ranking(table.rows) else { return .flag(false) }
        let slots = [
            "title": writer.text(indicator).title, "districts": try writer.districts(of: table.split, in: table.city),
            "period": writer.text(table.period),
        ]
        return .object([
            "caption": .text(try writer.words.phrase("rank.caption", slots)),
            "rows": .list(
                try ranking.entries.map { entry in
                    .object([
                        "name": .text(entry.place.district.name[writer.language]),
                        "own": .object(try writer.cell(entry.row.figure)),
                        "interval": writer.interval(entry.row.figure).map {
                            .text(writer.numbers.range($0.lower, $0.upper))
                        } ?? .flag(false),
                        "places": .text(
                            writer.numbers.years(entry.places.lowerBound, entry.places.upperBound)),
                    ])
                }),
        ])
    }

    /// What other sites copy to show the figure: a frame, and the picture alone.
    private func embedding(_ table: FactSheet.Table, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let page = path.link(to: .embed(writer.language, indicator.id, table.split.id))
        let picture = path.link(to: path.sibling("\(table.split.id).svg"))
        let title = Self.attribute(try writer.finding(of: table, in: sheet))
        let alternative = Self.attribute(try writer.alternative(of: table, in: sheet))
        // The picture's rows with its heading and source, and the line below it.
        let height = 220 + 22 * table.rows.count
        return .object([
            "id": .text("\(table.split.id)-kode"), "page": .text(page), "picture": .text(picture),
            "frame": .text(
                "<iframe src=\"\(page)\" title=\"\(title)\" width=\"680\" height=\"\(height)\" loading=\"lazy\"></iframe>"
            ),
            "image": .text("<img src=\"\(picture)\" alt=\"\(alternative)\" width=\"640\">"),
        ])
    }

    /// Text as it may stand in an attribute that a reader copies.
    private static func attribute(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }

    private func value(of chart: CityChart, _ development: Development?, _ writer: PageWriter, _ path: SitePath) throws
        -> TemplateValue
    {
        let (words, table) = (writer.words, chart.table)
        let city = writer.name(of: table)
        let districts = try writer.districts(of: table.split, in: table.city)
        let slots = [
            "title": writer.text(indicator).title, "districts": districts, "period": writer.text(table.period),
        ]
        let figures = table.rows.map(\.row.figure) + [table.cityFigure].compactMap(\.self)
        let sheetSlots = ["title": writer.text(indicator).title, "city": city]
        return .object([
            "id": .text(chart.name),
            "heading": .text(
                try words.phrase("indicator.city.title", ["city": city, "period": writer.text(table.period)])),
            "picture": .markup(try Markup(chart.picture(.page))),
            "file": .text(path.link(to: path.sibling("\(chart.name).svg"))),
            "map": try IndicatorMap(of: indicator, table, writer: writer).value(idPrefix: Self.mapName(table.split)),
            "map-file": .text(path.link(to: path.sibling("\(Self.mapName(table.split)).svg"))),
            "caption": .text(try words.phrase("indicator.city.caption", slots)),
            "region": .text(try words.phrase("indicator.city.region", sheetSlots)),
            "value-heading": .text(
                try words.phrase("indicator.city.value", ["unit": words.unit(of: indicator)])),
            "interval-heading": .text(
                try words.phrase(
                    "indicator.city.interval", ["level": writer.percent(writer.set.policy.intervalLevel)])),
            "has-intervals": .flag(table.rows.contains { writer.interval($0.row.figure) != nil }),
            "is-tested": .flag(table.rows.contains { $0.row.verdict.isTested || $0.row.cityVerdict.isTested }),
            "has-trends": .flag(figures.contains { TrendWord($0.trend) != nil }),
            "whole-trend": try trend(table.cityFigure, writer),
            "rows": .list(try table.rows.map { try row($0.place, $0.row, writer, path) }),
            "whole": .object(try writer.cell(table.cityFigure)),
            "trend-chart": try value(of: development, path),
            "ranking": try ranking(table, writer),
            "embedding": try embedding(table, writer, path),
            "series": .text(path.link(to: .table(writer.language, indicator.id)) + "#\(chart.name)"),
            "series-title": .text(try words.phrase("indicator.city.series-title", ["districts": districts])),
        ])
    }

    private func row(_ place: Place, _ row: ProfileRow, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue
    {
        let interval = writer.interval(row.figure)
        return .object([
            "name": .text(place.district.name[writer.language]),
            "link": .text(path.link(to: .profile(writer.language, place))),
            "own": .object(try writer.cell(row.figure)),
            "interval": interval.map { .text(writer.numbers.range($0.lower, $0.upper)) } ?? .flag(false),
            "country-verdict": try writer.verdict(row.verdict, of: row.figure, words: "verdict.short"),
            "city-verdict": try writer.verdict(row.cityVerdict, of: row.figure, words: "verdict.short"),
            "trend": try trend(row.figure, writer),
        ])
    }

    /// Which way the series of `figure` has gone, or why that was not tested.
    private func trend(_ figure: PublishedFigure?, _ writer: PageWriter) throws -> TemplateValue {
        guard let figure else { return .flag(false) }
        return .object([
            "way": try writer.trend(figure.trend),
            "untested": try writer.untested(figure.trend).map { .text($0) } ?? .flag(false),
        ])
    }
}

extension Measure {
    /// The name by which phrases speak of the measure.
    fileprivate var name: String {
        switch self {
        case .count: "count"
        case .proportion: "proportion"
        case .ratio: "ratio"
        case .meanAge: "mean-age"
        case .growth: "growth"
        case .shareOfCity: "share-of-city"
        case .growthSpread: "growth-spread"
        case .published: "published"
        case .share(let events, of: _): events.standardisation == nil ? "share" : "standardised-share"
        case .rate(let events): events.standardisation == nil ? "rate" : "standardised-rate"
        case .lifeExpectancy: "life-expectancy"
        case .lifeExpectancyGap: "life-expectancy-gap"
        case .slopeIndex: "slope-index"
        }
    }
}
