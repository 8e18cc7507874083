import Geography
import Indicators
import Markup
import Profiles

/// The search page: everything that has a page, from A to Å, and the words it is looked for by. A script narrows it to what
/// matches; it works without.
struct SearchPage: PageContent {
    /// The cities and their districts that have profiles.
    let cities: [(city: City, places: [Place])]
    /// The fact sheets, in the order of the library.
    let sheets: [FactSheet]

    let template = "search"

    func path(in language: Language) -> SitePath { .search(language) }

    func title(_ writer: PageWriter) throws -> String { try writer.words["find.title"] }

    func description(_ writer: PageWriter) throws -> String { try writer.words["find.description"] }

    func shortName(_ writer: PageWriter) throws -> String? { try writer.words["find.title"] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let index = SearchIndex(try entries(writer))
        func link(_ entry: SearchEntry) -> TemplateValue {
            .object([
                "name": .text(entry.name), "link": .text(path.link(to: entry.target)), "kind": .text(entry.kind),
                "words": .text(entry.words.joined(separator: "|")), "rank": .text("\(entry.rank)"),
            ])
        }
        return PageMatter([
            "script": .text(path.link(to: .searchScript)),
            "letters": .list(
                index.letters.map { letter in
                    .object([
                        "letter": .text(letter.name), "id": .text(letter.id),
                        "lines": .list(
                            letter.lines.map { line in
                                switch line {
                                case .entry(let entry): .object(["entry": link(entry), "synonym": .flag(false)])
                                case .synonym(let word, let targets):
                                    .object([
                                        "entry": .flag(false),
                                        "synonym": .object([
                                            "word": .text(word), "targets": .list(targets.map(link)),
                                        ]),
                                    ])
                                }
                            }),
                    ])
                }),
        ])
    }

    /// Everything that has a page of its own.
    private func entries(_ writer: PageWriter) throws -> [SearchEntry] {
        let (words, language) = (writer.words, writer.language)
        func names(_ name: PlaceName) -> [String] { Language.allCases.compactMap { name.own(in: $0) } }
        var entries: [SearchEntry] = []
        for (city, places) in cities {
            let name = city.name[language]
            entries += try places.map { place in
                SearchEntry(
                    name: place.district.name[language],
                    kind: try writer.isOfBydeler(place.split, in: city)
                        ? words.phrase("find.kinds.district", ["city": name])
                        : writer.heading(of: place.split, in: city),
                    rank: 0,
                    target: .profile(language, place), synonyms: [],
                    others: names(place.district.name) + [place.district.code.digits, name])
            }
            entries.append(
                SearchEntry(
                    name: name, kind: try words["find.kinds.city"], rank: 1, target: .city(language, city),
                    synonyms: [],
                    others: names(city.name) + city.otherNames))
            let published = Set(places.map(\.split.id))
            entries += try city.splits.filter { published.contains($0.id) }.map { split in
                SearchEntry(
                    name: try words.phrase("split.title", ["title": split.title[language], "city": name]),
                    kind: try words["split.kind"], rank: 4, target: .split(language, split.id), synonyms: [], others: []
                )
            }
        }
        for theme in writer.set.maker.library.themes where sheets.contains(where: { $0.indicator.theme == theme.id }) {
            entries.append(
                SearchEntry(
                    name: theme.titles[language], kind: try words["find.kinds.theme"], rank: 3,
                    target: .indicators(language), synonyms: [],
                    others: Language.written.map { theme.titles[$0] }))
        }
        entries += try sheets.map { sheet in
            let indicator = sheet.indicator
            let others = Language.written.flatMap { [indicator.texts[$0].title] + indicator.synonyms[$0] }
            return SearchEntry(
                name: writer.text(indicator).title,
                kind: try words.phrase("find.kinds.indicator", ["unit": words.unit(of: indicator)]), rank: 2,
                target: .factSheet(language, indicator.id), synonyms: indicator.synonyms[language], others: others)
        }
        let pages: [(String, SitePath)] = [
            ("tables.title", .tables(language)), ("compare.title", .compare(language)),
            ("indicators.title", .indicators(language)),
        ]
        let about = AboutTopic.allCases.map { ("about.\($0.rawValue).title", SitePath.about(language, $0)) }
        entries += try (pages + about).map { key, target in
            SearchEntry(
                name: try words[key], kind: try words["find.kinds.page"], rank: 4, target: target, synonyms: [],
                others: [])
        }
        return entries
    }
}
