import Disclosure
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

/// The barometer of a profile: a table with a row for each indicator, theme by theme, and the notes below it.
struct Barometer {
    let profile: Profile
    let writer: PageWriter
    /// The page the barometer stands on.
    let path: SitePath

    /// What a row is called in addresses.
    static func anchor(_ number: Int) -> String { "rad-\(number)" }

    private var words: Wording { writer.words }
    private var cityName: String { profile.place.city.name[writer.language] }
    private var cityLetter: String { String(cityName.prefix(1)) }

    /// The table as the template shows it; silent where there are no rows.
    func value() throws -> TemplateValue {
        let notes = try collectedNotes()
        let slots = ["district": profile.place.district.name[writer.language], "city": cityName]
        return .object([
            "caption": .text(try words.phrase("profile.barometer.caption", slots)),
            "themes": .list(
                try profile.sections.filter { !$0.rows.isEmpty }.map { section in
                    .object([
                        "title": .text(section.theme.titles[writer.language]),
                        "header": .markup(try header(section.rows)),
                        "rows": .list(try section.rows.map { try row($0, notes) }),
                    ])
                }),
            "has-notes": .flag(!notes.all.isEmpty),
            "notes": .list(
                try notes.all.map { note in
                    .object([
                        "letter": .text(note.letter), "text": .text(note.text),
                        "rows": .text(
                            try words.phrase(
                                "note.rows", count: note.rows.count, ["rows": RowNotes.ranges(note.rows)])),
                    ])
                }),
        ])
    }

    /// Which way is which: rows that are judged, rows that are not, or both.
    private func header(_ rows: [ProfileRow]) throws -> Markup {
        let isNeutral = Set(rows.map { $0.indicator.polarity == .neutral })
        let kind = isNeutral.count == 2 ? "mixed" : isNeutral.contains(true) ? "neutral" : "judged"
        return try Markup(
            BarometerHeader(
                left: words["profile.barometer.\(kind).left"], middle: words["place.country"],
                right: words["profile.barometer.\(kind).right"]
            ).node())
    }

    private func row(_ row: ProfileRow, _ notes: RowNotes) throws -> TemplateValue {
        let number = row.number ?? 0
        let text = writer.text(row.indicator)
        return .object([
            "anchor": .text(Self.anchor(number)),
            "number": .text("\(number)"),
            "title": .text(text.title),
            "link": .text(path.link(to: .factSheet(writer.language, row.indicator.id))),
            "unit": .text(try words.unit(of: row.indicator)),
            "period": .text(writer.text(row.period)),
            "polarity": row.indicator.polarity == .neutral
                ? .flag(false) : .text(try words.polarity(row.indicator.polarity)),
            "notes": .list(
                notes.letters(of: number).map { .object(["letter": .text($0), "link": .text("#merknad-\($0)")]) }),
            "own": .object(try writer.cell(row.figure)),
            "whole-city": .object(try writer.cell(row.city)),
            "country": .object(try writer.cell(row.country)),
            "verdict": try writer.verdict(row.verdict, of: row.figure),
            "rest": try rest(row),
            "chart": .markup(try Markup(chart(row).node(writer.numbers))),
            "trend": try trend(row),
        ])
    }

    /// How the district compares with the rest of its city; silent where that was not tested.
    private func rest(_ row: ProfileRow) throws -> TemplateValue {
        guard row.cityVerdict.isTested, let word = VerdictWord(row.cityVerdict) else { return .flag(false) }
        return .text(try words.phrase("verdict.rest.\(word.rawValue)", ["city": cityName]))
    }

    private func chart(_ row: ProfileRow) -> BarometerRowChart {
        BarometerRowChart(
            value: row.figure.value.estimate?.value, interval: writer.interval(row.figure),
            country: row.country?.value.estimate?.value, city: row.city?.value.estimate?.value,
            cityLetter: cityLetter, sisters: row.sisters.compactMap { $0.figure.value.estimate?.value },
            polarity: row.indicator.polarity.chart, verdict: row.verdict.shape,
            absenceMark: row.figure.value.status.mark)
    }

    private func trend(_ row: ProfileRow) throws -> TemplateValue {
        let timeline = Timeline([row.series, row.countrySeries])
        let own = timeline.values(of: row.series)
        guard let first = own.firstIndex(where: { $0 != nil }), let value = own[first],
            own.count(where: { $0 != nil }) > 1
        else {
            return .object([
                "chart": .flag(false), "way": .flag(false), "words": .text(try words["profile.barometer.no-series"]),
            ])
        }
        let line = Sparkline(
            periods: timeline.chartPeriods(writer), district: own, country: timeline.values(of: row.countrySeries),
            breaks: timeline.breaks(of: row.series))
        return .object([
            "chart": .markup(try Markup(line.node())), "way": try writer.trend(row.figure.trend),
            "words": .text(
                try words.phrase(
                    "profile.barometer.since",
                    ["value": writer.numbers.text(value), "period": writer.text(timeline.periods[first])])),
        ])
    }

    // MARK: - Notes

    private func collectedNotes() throws -> RowNotes {
        var notes = RowNotes()
        for row in profile.barometer {
            guard let number = row.number else { continue }
            for text in try self.texts(of: row) { notes.add(text, row: number) }
        }
        return notes
    }

    private func texts(of row: ProfileRow) throws -> [String] {
        var texts: [String] = []
        if row.figure.value.estimate == nil {
            texts.append(try words.phrase("note.absent", ["reason": words.reason(row.figure.value)]))
        }
        switch row.verdict {
        case .notTested(.percentagesOnly): texts.append(try words["note.percentages-only"])
        case .notTested(.noChance): texts.append(try words["note.no-chance"])
        case .notTested(.noFigure): texts.append(try words["note.no-figure"])
        default: break
        }
        if row.figure.flags.contains(.estimate) { texts.append(try words["note.estimate"]) }
        if row.figure.flags.contains(.provisional) { texts.append(try words["note.provisional"]) }
        if row.figure.flags.contains(.lessThanHalf) { texts.append(try words["note.less-than-half"]) }
        if row.figure.flags.contains(.seriesBreak), row.figure.value.estimate != nil {
            texts.append(try words["note.break"])
        }
        if row.city?.flags.contains(.districtsOnly) == true { texts.append(try words["note.city-districts-only"]) }
        let missing = row.sisters.count { $0.figure.value.estimate == nil }
        if missing > 0 {
            texts.append(
                try words.phrase(
                    "profile.barometer.sisters-missing", count: missing, ["count": writer.numbers.text(missing)]))
        }
        return texts
    }
}
