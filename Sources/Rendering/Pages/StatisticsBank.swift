import Geography
import Indicators
import Markup
import Profiles

/// The part of the page of tables where readers choose figures themselves: the form, and the words of its script.
struct StatisticsBank {
    /// The fact sheets, in the order of the library.
    let sheets: [FactSheet]
    let writer: PageWriter
    /// The page the bank stands on.
    let path: SitePath

    private var words: Wording { writer.words }

    /// The bank as the partial `bank` shows it; silent where no indicator has a figure.
    func value() throws -> TemplateValue {
        let themes = try self.themes()
        guard !themes.isEmpty else { return .flag(false) }
        let level = writer.percent(writer.set.policy.intervalLevel)
        return .object([
            "script": .text(path.link(to: .bankScript)),
            "edition": .text(writer.set.edition.id),
            "made-up": writer.set.edition.isSynthetic ? .text(try words["site.made-up-title"]) : .flag(false),
            "themes": .list(themes),
            "splits": .list(try splits()),
            "interval": .text(try words.phrase("indicator.city.interval", ["level": level])),
            "script-words": try ScriptWords(writer: writer).value(
                words.keys(below: "bank.\(Self.spoken)") + [
                    "age.range", "age.open", "labels.both-sexes", "labels.all-ages", "labels.single-age", "sex.men",
                    "sex.women", "indicator.city.country-verdict", "indicator.city.city-verdict", "labels.period",
                    "labels.area", "labels.sex", "labels.age", "place.country", "download.picture",
                ]),
        ])
    }

    /// The key below `bank` of what the script says.
    private static let spoken = "script"

    private func themes() throws -> [TemplateValue] {
        try writer.set.maker.library.themes.compactMap { theme in
            let own = sheets.filter { $0.indicator.theme == theme.id && !$0.tables.isEmpty }
            guard !own.isEmpty else { return nil }
            return .object([
                "title": .text(theme.titles[writer.language]),
                "indicators": .list(
                    try own.map { sheet in
                        let indicator = sheet.indicator
                        return .object([
                            "id": .text(indicator.id.id), "title": .text(writer.text(indicator).title),
                            "unit": .text(try words.unit(of: indicator)),
                            "file": .text(path.link(to: .bank(writer.set.edition, indicator.id))),
                            "sheet": .text(path.link(to: .factSheet(writer.language, indicator.id))),
                            "table": .text(path.link(to: .table(writer.language, indicator.id))),
                            "source": .text(try writer.source(of: indicator.id)),
                        ])
                    }),
            ])
        }
    }

    /// Every place that can be chosen, split by split.
    private func splits() throws -> [TemplateValue] {
        let (language, today) = (writer.language, writer.set.edition.geographyDate)
        let places = writer.set.maker.places
        return try writer.set.geography.cities.flatMap { city in
            try city.splits.compactMap { split -> TemplateValue? in
                guard places.contains(where: { $0.split.id == split.id }), let kommune = city.kommune(on: today) else {
                    return nil
                }
                let title = try words.phrase(
                    "bank.split", ["city": city.name[language], "split": split.title[language]])
                let districts = split.districts(on: today).map { district in
                    place(district.code.digits, district.name[language])
                }
                let totals = [
                    place(kommune.digits + "99", try words["place.unallocated"]),
                    place(kommune.digits, try words.phrase("bank.whole-city", ["city": city.name[language]])),
                    place("0", try words["place.country"]),
                ]
                return .object([
                    "id": .text(split.id.description), "title": .text(title), "city": .text(city.name[language]),
                    "places": .list(districts + totals),
                ])
            }
        }
    }

    private func place(_ code: String, _ name: String) -> TemplateValue {
        .object(["code": .text(code), "name": .text(name)])
    }
}
