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
        return PageMatter(
            [
                "title": .text(text.title),
                "definition": .text(text.definition),
                "caveat": text.caveat.map { .text($0) } ?? .flag(false),
                "facts": .list(try facts(writer)),
                "method": .text(try method(writer)),
                "country": .text(try country(writer)),
                "cities": .list(try charts.map { try value(of: $0, writer, path) }),
                "shapes": .list(try BarometerLegend.shapes(writer)),
                "marks": .list(try BarometerLegend.marks(writer)),
                "downloads": try writer.downloads(
                    writer.set.downloads.filter { Download.about(indicator.id).contains($0) || $0.isForAll }, at: path),
            ],
            pictures: charts.map { ($0.name, $0.picture(.standalone)) })
    }

    func structuredData(_ writer: PageWriter) throws -> JSONText? {
        DatasetDescription(sheet: sheet, writer: writer).json
    }

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
            ("cite", try writer.citation(of: writer.text(indicator).title, from: source?.owner[writer.language])),
        ]
        return try facts.compactMap { key, text in
            guard let text else { return nil }
            return .object(["name": .text(try words["indicator.\(key)"]), "text": .text(text)])
        }
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
            let (city, period) = (table.city.name[writer.language], writer.text(table.period))
            let slots = ["title": writer.text(indicator).title, "city": city, "period": period]
            let chart = IntervalDotChart(
                rows: table.rows.map { place, row in
                    IntervalDotRow(
                        name: place.district.name[writer.language], value: row.figure.value.estimate?.value,
                        interval: writer.interval(row.figure), verdict: row.verdict.shape,
                        absenceMark: row.figure.value.status.mark)
                },
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

    private func value(of chart: CityChart, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let (words, table) = (writer.words, chart.table)
        let city = table.city.name[writer.language]
        let slots = ["title": writer.text(indicator).title, "city": city, "period": writer.text(table.period)]
        let figures = table.rows.map(\.row.figure) + [table.cityFigure].compactMap(\.self)
        let sheetSlots = ["title": writer.text(indicator).title, "city": city]
        return .object([
            "id": .text(chart.name),
            "heading": .text(
                try words.phrase("indicator.city.title", ["city": city, "period": writer.text(table.period)])),
            "picture": .markup(try Markup(chart.picture(.page))),
            "file": .text(path.link(to: path.sibling("\(chart.name).svg"))),
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
            "series": try series(table, writer),
            "series-title": .text(try words.phrase("indicator.city.series-title", ["city": city])),
            "series-region": .text(try words.phrase("indicator.city.series-region", sheetSlots)),
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

    /// Every period for every district, its city and the country.
    private func series(_ table: FactSheet.Table, _ writer: PageWriter) throws -> TemplateValue {
        guard let first = table.rows.first else { return .flag(false) }
        let words = writer.words
        let city = table.city.name[writer.language]
        let columns: [(String, Series)] =
            table.rows.map { ($0.place.district.name[writer.language], $0.row.series) }
            + [(try words["indicator.city.whole"], first.row.citySeries), (try words["place.country"], sheet.country)]
        let timeline = Timeline(columns.map(\.1))
        let figures = columns.map { timeline.figures(of: $0.1) }
        return DataTable(
            caption: try words.phrase(
                "indicator.city.series", ["title": writer.text(indicator).title, "city": city]),
            columns: [try words["indicator.city.period"]] + columns.map(\.0),
            rows: try timeline.periods.indices.reversed().map { index in
                (writer.text(timeline.periods[index]), try figures.map { .object(try writer.cell($0[index])) })
            }
        ).value
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
