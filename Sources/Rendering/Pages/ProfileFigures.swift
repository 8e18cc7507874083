import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

/// The figures of a profile: the pyramid, and the development of the population and of what the sentences speak of.
struct ProfileFigures {
    /// A figure: its picture, and the table of what it shows.
    struct Figure {
        /// What it is called in addresses and file names.
        let name: String
        let heading: String
        let caption: String
        let picture: @Sendable (ChartStyle) -> Node
        let table: TemplateValue
    }

    let profile: Profile
    let writer: PageWriter
    /// The page the figures stand on.
    let path: SitePath

    private var words: Wording { writer.words }
    private var district: String { profile.place.district.name[writer.language] }

    /// The figures, in order.
    func all() throws -> [Figure] {
        var figures: [Figure] = []
        if let pyramid = profile.pyramid, let figure = try self.figure(of: pyramid) { figures.append(figure) }
        for (index, row) in trendRows.enumerated() {
            if let figure = try trend(row, name: "utvikling-\(index + 1)") { figures.append(figure) }
        }
        return figures
    }

    // MARK: - Pyramid

    private func figure(of pyramid: Pyramid) throws -> Figure? {
        guard let total = pyramid.total.value.estimate?.value.scaled, total > 0 else { return nil }
        let countryTotal = pyramid.countryTotal?.value.estimate?.value.scaled
        func share(_ figure: PublishedFigure?, of total: Int?) -> NumberText.Decimal? {
            guard let count = figure?.value.estimate?.value.scaled, let total, total > 0 else { return nil }
            // Tenths of a per cent, halves upwards, in whole numbers.
            return NumberText.Decimal((count * 2000 + total) / (2 * total), decimals: 1)
        }
        let bands = pyramid.bands.map { band in
            PyramidBand(
                label: Self.label(band.age), men: share(band.men, of: total), women: share(band.women, of: total),
                referenceMen: share(band.countryMen, of: countryTotal),
                referenceWomen: share(band.countryWomen, of: countryTotal))
        }
        let chart = PopulationPyramid(
            bands: bands, menLabel: try words["sex.men"], womenLabel: try words["sex.women"],
            unit: try words["profile.pyramid.axis"], referenceLabel: try words["place.country"],
            absenceMark: FigureStatus.missing.mark)
        let largest = zip(pyramid.bands, bands).max { Self.size($0.1) < Self.size($1.1) }
        let hasReference = bands.contains { $0.referenceMen != nil }
        let year = "\(pyramid.period.end)"
        let chartWords = ChartWords(
            idPrefix: "pyramide",
            title: try words.phrase("profile.pyramid.finding", ["district": district, "year": year]),
            description: try words.phrase(
                "profile.pyramid.description",
                ["district": district, "age": try largest.map { try writer.text($0.0.age) } ?? ""]),
            source: try writer.source(of: profile.population?.key.indicator))
        let columns =
            ["sex.men", "sex.women"]
            + (hasReference ? ["profile.pyramid.men-country", "profile.pyramid.women-country"] : [])
        let numbers = writer.numbers
        return Figure(
            name: "pyramide",
            heading: try words.phrase("profile.pyramid.title", ["year": year]),
            caption: try words[hasReference ? "profile.pyramid.caption" : "profile.pyramid.caption-alone"],
            picture: { chart.node(chartWords, numbers, style: $0) },
            table: DataTable(
                caption: try words.phrase("profile.pyramid.table", ["district": district]),
                columns: [try words["profile.pyramid.age"]] + (try columns.map { try words[$0] }),
                rows: try zip(pyramid.bands, bands).map { band, shares in
                    let all =
                        [shares.men, shares.women] + (hasReference ? [shares.referenceMen, shares.referenceWomen] : [])
                    return (try writer.text(band.age), try all.map { try writer.cell(number: $0) })
                }
            ).value)
    }

    private static func size(_ band: PyramidBand) -> Int { (band.men?.scaled ?? 0) + (band.women?.scaled ?? 0) }

    private static func label(_ age: AgeRange) -> String { age.isOpen ? "\(age.from)+" : "\(age.from)–\(age.to)" }

    // MARK: - Development

    /// The population, and the first tested and the first untested row that the sentences speak of.
    private var trendRows: [ProfileRow] {
        let spoken = profile.sentences
        let tested = spoken.first { if case .tested = $0 { true } else { false } }?.row
        let untested = spoken.first { if case .untested = $0 { true } else { false } }?.row
        let everything = profile.sections.flatMap { $0.rows + $0.others }
        let population = everything.first { $0.indicator.id == profile.population?.key.indicator }
        return [population, tested, untested].compactMap(\.self)
    }

    private func trend(_ row: ProfileRow, name: String) throws -> Figure? {
        // Counts of a district, its city and the country have no scale in common.
        let isCount = if case .count = row.indicator.measure { true } else { false }
        var lines: [(TrendSeries.Role, String, Series)] = [(.district, district, row.series)]
        if !isCount {
            lines.append((.city, profile.place.city.name[writer.language], row.citySeries))
            lines.append((.country, try words["place.country"], row.countrySeries))
        }
        let timeline = Timeline(lines.map(\.2))
        lines = lines.filter { line in timeline.values(of: line.2).contains { $0 != nil } }
        let own = timeline.values(of: row.series)
        guard let first = own.firstIndex(where: { $0 != nil }), let last = own.lastIndex(where: { $0 != nil }),
            first < last, let firstValue = own[first], let lastValue = own[last]
        else { return nil }
        let numbers = writer.numbers
        let unit = try words.unit(of: row.indicator)
        let title = writer.text(row.indicator).title
        let chart = TrendChart(
            periods: timeline.chartPeriods(writer),
            series: lines.map { role, name, series in
                TrendSeries(role, name: name, values: timeline.values(of: series))
            },
            unit: unit, breaks: timeline.breaks(of: row.series))
        let (from, to) = (writer.text(timeline.periods[first]), writer.text(timeline.periods[last]))
        let chartWords = ChartWords(
            idPrefix: name,
            title: try words.phrase(
                "profile.trend.finding", ["title": title, "district": district, "from": from, "to": to]),
            description: try words.phrase(
                "profile.trend.description",
                [
                    "district": district, "from": from, "to": to, "first": numbers.text(firstValue),
                    "last": numbers.text(lastValue),
                ]),
            source: try writer.source(of: row.indicator.id))
        let figures = lines.map { timeline.figures(of: $0.2) }
        return Figure(
            name: name, heading: title,
            caption: try words.phrase("profile.trend.caption", ["unit": unit, "from": from, "to": to]),
            picture: { chart.node(chartWords, numbers, style: $0) },
            table: DataTable(
                caption: try words.phrase("profile.trend.table", ["title": title, "unit": unit]),
                columns: [try words["profile.trend.period"]] + lines.map(\.1),
                rows: try timeline.periods.indices.map { index in
                    (writer.text(timeline.periods[index]), try figures.map { .object(try writer.cell($0[index])) })
                }
            ).value)
    }
}
