import Disclosure
import Geography
import Indicators
import Markup
import Profiles
import Registers

/// The profile of one district.
struct ProfilePage: PageContent {
    let profile: Profile

    let template = "profile"
    let hasTools = false

    private var place: Place { profile.place }

    func path(in language: Language) -> SitePath { .profile(language, place) }

    func pdf(in language: Language) -> SitePath? { .profilePDF(language, place) }

    func title(_ writer: PageWriter) throws -> String {
        try writer.words.phrase(
            "profile.title",
            ["district": writer.unlike(place), "edition": writer.set.edition.id])
    }

    func description(_ writer: PageWriter) throws -> String {
        try writer.words.phrase(
            "profile.description",
            ["district": place.district.name[writer.language], "city": place.city.name[writer.language]])
    }

    func trail(_ writer: PageWriter) throws -> [(name: String, path: SitePath)] {
        [(place.city.name[writer.language], .city(writer.language, place.city))]
    }

    func shortName(_ writer: PageWriter) throws -> String? { place.district.name[writer.language] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let (words, edition) = (writer.words, writer.set.edition)
        let (district, city) = (place.district.name[writer.language], place.city.name[writer.language])
        let barometer = Barometer(profile: profile, writer: writer, path: path)
        let figures = try ProfileFigures(profile: profile, writer: writer).all()
        return PageMatter(
            [
                "kind": .text(try words.phrase("profile.kind", ["edition": edition.id])),
                "district": .text(district),
                "city": .text(city),
                "lead": .text(try lead(writer)),
                "population": try population(writer),
                "borders": try borders(writer, path),
                "pdf": try pdf(writer),
                "compare": .text(
                    path.link(to: .compare(writer.language)) + "?bydel=\(place.district.code.digits)"),
                "sentences": try sentences(writer),
                "barometer": try barometer.value(),
                "legend": try BarometerLegend(profile: profile, writer: writer).value(),
                "has-figures": .flag(!figures.isEmpty),
                "figures": .list(try figures.map { try writer.value(of: $0, at: path) }),
                "map": try DistrictMap(places: writer.set.maker.places(in: place.split.id), here: place, writer: writer)
                    .value(at: path),
                "neighbours": try Neighbours(
                    places: writer.set.maker.places(in: place.split.id), here: place, writer: writer
                ).value(at: path),
                "overlaps": try Overlaps(here: place, writer: writer).value(at: path),
                "others": try OtherFigures(profile: profile, writer: writer).value(at: path),
                "sources-intro": .text(
                    try words[edition.isSynthetic ? "profile.sources.intro-made-up" : "profile.sources.intro"]),
                "sources": try sources(writer),
                "cite": .text(
                    try words.phrase(
                        "profile.sources.cite",
                        ["district": district, "edition": edition.id, "date": writer.numbers.date(edition.date)])),
                "downloads": try writer.downloads(writer.set.downloads.filter(\.isForAll), at: path),
            ],
            pictures: figures.map { ($0.name, $0.picture(writer.standalone)) })
    }

    /// Where the district lies, and what kind it is where it is no bydel.
    private func lead(_ writer: PageWriter) throws -> String {
        var slots = ["city": place.city.name[writer.language], "code": place.district.code.digits]
        if writer.isOfBydeler(place.split, in: place.city) { return try writer.words.phrase("profile.lead", slots) }
        slots["split"] = place.split.title[writer.language]
        return try writer.words.phrase("profile.lead-other", slots)
    }

    /// Since when the borders have been these, where the tables go further back; with the way to the page about them.
    private func borders(_ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        guard let since = writer.set.district(of: place)?.comparableSince, since > place.city.starts else {
            return .flag(false)
        }
        return writer.link(
            try writer.words.phrase("profile.borders", ["date": writer.numbers.date(since)]),
            to: .split(writer.language, place.split.id), from: path)
    }

    private func population(_ writer: PageWriter) throws -> TemplateValue {
        guard let figure = profile.population, let count = figure.value.estimate?.value else { return .flag(false) }
        return .object([
            "count": .text(writer.numbers.text(count)),
            "words": .text(
                try writer.words.phrase("profile.population", ["year": "\(figure.key.period.end)"])),
        ])
    }

    /// The way to the PDF, where there is one.
    private func pdf(_ writer: PageWriter) throws -> TemplateValue {
        guard writer.set.hasPDFs, let target = pdf(in: writer.language) else { return .flag(false) }
        return writer.link(try writer.words["profile.pdf"], to: target, from: path(in: writer.language))
    }

    private func sentences(_ writer: PageWriter) throws -> TemplateValue {
        .list(
            try profile.sentences.compactMap { sentence -> TemplateValue? in
                guard let text = try writer.sentence(sentence, of: place) else { return nil }
                var values: TemplateNames = [
                    "text": .text(text), "symbol": .flag(false), "kind": .text("plain"), "row": .flag(false),
                ]
                if let row = sentence.row {
                    if let word = VerdictWord(row.verdict) {
                        values["symbol"] = .markup(try word.symbol)
                        values["kind"] = .text(word.rawValue)
                    }
                    if let number = row.number {
                        values["row"] = .object([
                            "link": .text("#\(Barometer.anchor(number))"),
                            "name": .text(try writer.words.phrase("sentence.row", ["number": "\(number)"])),
                        ])
                    }
                }
                return .object(values)
            })
    }

    private func sources(_ writer: PageWriter) throws -> TemplateValue {
        let registers = Set(profile.sections.flatMap { $0.rows + $0.others }.map(\.indicator.register))
        return .list(
            try writer.set.sources.filter { registers.contains($0.register) }.map { source in
                .text(
                    try writer.words.phrase(
                        "profile.sources.item",
                        [
                            "name": source.name[writer.language], "owner": source.owner[writer.language],
                            "licence": source.licence[writer.language],
                        ]))
            })
    }
}
