import Geography
import Indicators
import LocatedInput
import Markup
import Profiles

extension ProfileFigures {
    /// A row's indicator in every district of the city in official order, with intervals, beside the country.
    func districts(_ places: [SectionFigure.District], of row: ProfileRow, name: String) throws -> Content? {
        guard let own = row.figure.value.estimate?.value else { return nil }
        let numbers = writer.numbers
        let (title, unit) = (writer.text(row.indicator).title, try words.unit(of: row.indicator))
        let (countryName, country) = (try words["place.country"], row.country?.value.estimate?.value)
        let chart = IntervalDotChart(
            rows: places.map { place, row in
                writer.dotRow(place, row, isChosen: place.district.code == profile.place.district.code)
            },
            country: country, countryLabel: countryName, unit: unit)
        let period = writer.text(row.period)
        let hasIntervals = places.contains { writer.interval($0.row.figure) != nil }
        let chartWords = ChartWords(
            idPrefix: name,
            title: try words.phrase(
                "indicator.city.finding",
                [
                    "title": title,
                    "districts": writer.districts(of: profile.place.split, in: profile.place.city),
                    "period": period,
                ]),
            description: try description(own, country), source: try writer.source(of: row.indicator.id))
        var cells = places.map { place, row in
            (
                name: place.district.name[writer.language], figure: Optional(row.figure),
                interval: writer.interval(row.figure)
            )
        }
        cells += [(city, row.city, nil), (countryName, row.country, nil)]
        return Content(
            heading: title,
            caption: try caption(unit, period, hasIntervals: hasIntervals),
            picture: { chart.node(chartWords, numbers, style: $0) },
            table: DataTable(
                caption: try words.phrase("profile.districts.table", ["title": title, "period": period]),
                columns: [try words["indicator.city.district"], unit] + (hasIntervals ? [try intervalHeading()] : []),
                rows: try cells.map { name, figure, interval in
                    (name, [.object(try writer.cell(figure))] + (hasIntervals ? [cell(interval)] : []))
                }
            ))
    }

    private func description(_ own: NumberText.Decimal, _ country: NumberText.Decimal?) throws -> String {
        var slots = ["district": district, "own": writer.numbers.text(own)]
        guard let country else { return try words.phrase("profile.districts.description-alone", slots) }
        slots["country"] = writer.numbers.text(country)
        return try words.phrase("profile.districts.description", slots)
    }

    private func caption(_ unit: String, _ period: String, hasIntervals: Bool) throws -> String {
        var slots = ["unit": unit, "period": period]
        guard hasIntervals else { return try words.phrase("profile.districts.caption", slots) }
        slots["level"] = writer.percent(writer.set.policy.intervalLevel)
        return try words.phrase("profile.districts.caption-interval", slots)
    }
}
