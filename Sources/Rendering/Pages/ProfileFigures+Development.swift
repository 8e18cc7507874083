import Disclosure
import Indicators
import LocatedInput
import Markup
import Profiles

extension ProfileFigures {
    /// A row's indicator through time: the district with its intervals, the city and the country.
    func development(_ row: ProfileRow, name: String) throws -> Content? {
        let lines = try lines(of: row)
        let timeline = Timeline(lines.map(\.series))
        let own = timeline.values(of: row.series)
        let intervals = timeline.figures(of: row.series).map(writer.interval)
        guard let first = own.firstIndex(where: { $0 != nil }), let last = own.lastIndex(where: { $0 != nil }),
            first < last, let firstValue = own[first], let lastValue = own[last]
        else { return nil }
        let numbers = writer.numbers
        let (title, unit) = (writer.text(row.indicator).title, try words.unit(of: row.indicator))
        let chart = TrendChart(
            periods: timeline.chartPeriods(writer),
            series: lines.map { line in
                TrendSeries(
                    line.role, name: line.name, values: timeline.values(of: line.series),
                    intervals: line.role == .district ? intervals : [])
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
        let hasIntervals = intervals.contains { $0 != nil }
        let figures = lines.map { timeline.figures(of: $0.series) }
        return Content(
            heading: title,
            caption: try caption(unit, from, to, hasIntervals: hasIntervals),
            picture: { chart.node(chartWords, numbers, style: $0) },
            table: DataTable(
                caption: try words.phrase("profile.trend.table", ["title": title, "unit": unit]),
                columns: [try words["profile.trend.period"], district]
                    + (hasIntervals ? [try intervalHeading()] : []) + lines.dropFirst().map(\.name),
                rows: try timeline.periods.indices.map { index in
                    let cells = try figures.map { TemplateValue.object(try writer.cell($0[index])) }
                    let interval = hasIntervals ? [cell(intervals[index])] : []
                    return (writer.text(timeline.periods[index]), cells.prefix(1) + interval + cells.dropFirst())
                }
            ))
    }

    private func caption(_ unit: String, _ from: String, _ to: String, hasIntervals: Bool) throws -> String {
        var slots = ["unit": unit, "from": from, "to": to]
        guard hasIntervals else { return try words.phrase("profile.trend.caption", slots) }
        slots["level"] = writer.percent(writer.set.policy.intervalLevel)
        return try words.phrase("profile.trend.caption-interval", slots)
    }

    /// The district first; its city and the country where they have a scale in common and any number.
    private func lines(of row: ProfileRow) throws -> [(role: TrendSeries.Role, name: String, series: Series)] {
        var lines: [(role: TrendSeries.Role, name: String, series: Series)] = [(.district, district, row.series)]
        if case .count = row.indicator.measure { return lines }
        lines.append((.city, city, row.citySeries))
        lines.append((.country, try words["place.country"], row.countrySeries))
        return lines.filter { line in line.role == .district || line.series.newest != nil }
    }
}
