import Geography
import Indicators
import Markup
import Profiles

/// Two to four districts side by side, row by row of the barometer. A script fills in the districts that are chosen.
struct ComparePage: PageContent {
    /// The cities and their districts that have profiles.
    let cities: [(city: City, places: [Place])]
    /// The fact sheets, in the order of the library.
    let sheets: [FactSheet]

    let template = "compare"

    func path(in language: Language) -> SitePath { .compare(language) }

    func title(_ writer: PageWriter) throws -> String { try writer.words["compare.title"] }

    func description(_ writer: PageWriter) throws -> String { try writer.words["compare.description"] }

    func shortName(_ writer: PageWriter) throws -> String? { try writer.words["compare.title"] }

    /// The districts of one split, to choose from.
    private func value(
        of split: Split, in city: City, _ places: [Place], _ writer: PageWriter, _ path: SitePath
    ) -> TemplateValue {
        .object([
            "name": .text(writer.name(of: split, in: city)),
            "districts": .list(
                places.map { place in
                    .object([
                        "code": .text(place.district.code.digits),
                        "split": .text(place.split.id.description),
                        "name": .text(place.district.name[writer.language]),
                        "city": .text(city.name[writer.language]),
                        "link": .text(path.link(to: .profile(writer.language, place))),
                    ])
                }),
        ])
    }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let words = writer.words
        return PageMatter([
            "script": .text(path.link(to: .compareScript)),
            "file": .text(path.link(to: .barometers(writer.set.edition))),
            "cities": .list(
                cities.map { city, places in
                    .object([
                        "name": .text(city.name[writer.language]),
                        "link": .text(path.link(to: .city(writer.language, city))),
                        "splits": .list(
                            city.splits.compactMap { split in
                                let places = places.filter { $0.split.id == split.id }
                                return places.isEmpty
                                    ? nil : value(of: split, in: city, places, writer, path)
                            }),
                    ])
                }),
            "choices": .list(
                try (1...4).map { number in
                    .object([
                        "number": .text("\(number)"),
                        "label": .text(try words.phrase("compare.choice", ["number": "\(number)"])),
                        "is-optional": .flag(number > 2),
                    ])
                }),
            "themes": .list(
                try writer.set.maker.library.themes.compactMap { theme in
                    let own = sheets.filter {
                        $0.indicator.theme == theme.id && $0.indicator.isInBarometer && !$0.tables.isEmpty
                    }
                    guard !own.isEmpty else { return nil }
                    return .object([
                        "title": .text(theme.titles[writer.language]),
                        "rows": .list(
                            try own.map { sheet in
                                .object([
                                    "id": .text(sheet.indicator.id.id),
                                    "title": .text(writer.text(sheet.indicator).title),
                                    "link": .text(path.link(to: .factSheet(writer.language, sheet.indicator.id))),
                                    "unit": .text(try words.unit(of: sheet.indicator)),
                                ])
                            }),
                    ])
                }),
            "shapes": .list(try BarometerLegend.shapes(writer)),
            "marks": .list(try BarometerLegend.marks(writer)),
            "script-words": try ScriptWords(writer: writer).value(
                words.keys(below: "compare.\(Self.spoken)") + ["place.country"]),
        ])
    }

    /// The key below `compare` of what the script says.
    private static let spoken = "script"
}
