import Geography
import Markup
import Profiles

/// The front page: every city and its districts, and what this is.
struct FrontPage: PageContent {
    /// The cities and their districts that have profiles.
    let cities: [(city: City, places: [Place])]
    /// True for the page that opens the site, whatever the language.
    let isRoot: Bool

    let template = "front"

    func path(in language: Language) -> SitePath {
        isRoot && language == Language.written[0] ? .root : .front(language)
    }

    func title(_ writer: PageWriter) throws -> String {
        try writer.words[isRoot ? "front.opening-title" : "site.name"]
    }

    func description(_ writer: PageWriter) throws -> String { try writer.words["site.description"] }

    func shortName(_ writer: PageWriter) throws -> String? { nil }

    /// The districts of one split, under its name where they are not simply the city's bydeler.
    private func value(
        of split: Split, in city: City, _ places: [Place], _ writer: PageWriter, _ path: SitePath
    ) -> TemplateValue {
        let isNamed = city.splits.count > 1 || !writer.isOfBydeler(split, in: city)
        return .object([
            "title": isNamed ? .text(split.title[writer.language]) : .flag(false),
            "districts": .list(
                places.map { place in
                    .object([
                        "name": .text(place.district.name[writer.language]),
                        "code": .text(place.district.code.digits),
                        "link": .text(path.link(to: .profile(writer.language, place))),
                    ])
                }),
        ])
    }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        PageMatter([
            "lead": .text(
                try writer.words.phrase(
                    "front.lead", ["cities": writer.list(cities.map { $0.city.name[writer.language] })])),
            "cities": .list(
                try cities.map { city, places in
                    .object([
                        "id": .text(city.id), "name": .text(city.name[writer.language]),
                        "link": .text(path.link(to: .city(writer.language, city))),
                        "about": .text(
                            try writer.words.phrase("front.city", ["city": city.name[writer.language]])),
                        "splits": .list(
                            city.splits.compactMap { split in
                                let places = places.filter { $0.split.id == split.id }
                                return places.isEmpty ? nil : value(of: split, in: city, places, writer, path)
                            }),
                    ])
                }),
            "indicators": .text(path.link(to: .indicators(writer.language))),
            "method": .text(path.link(to: .about(writer.language, .method))),
            "tables": .text(path.link(to: .tables(writer.language))),
        ])
    }
}
