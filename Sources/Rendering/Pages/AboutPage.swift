import Geography
import Markup
import Profiles

/// A page about the site; its text is in the phrases, section by section, so that a section is added there alone.
struct AboutPage: PageContent {
    let topic: AboutTopic
    /// The cities of the edition.
    let cities: [City]
    /// The fact sheets, in the order of the library.
    let sheets: [FactSheet]

    let template = "about"

    func path(in language: Language) -> SitePath { .about(language, topic) }

    func title(_ writer: PageWriter) throws -> String { try writer.words["about.\(topic.rawValue).title"] }

    func description(_ writer: PageWriter) throws -> String { try writer.words["about.\(topic.rawValue).lead"] }

    func shortName(_ writer: PageWriter) throws -> String? { try writer.words["about.\(topic.rawValue).short"] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let words = writer.words
        let rules = writer.set.policy.withholding.rules.min { $0.key < $1.key }?.value
        func limit(_ limit: Double?) -> String { limit.map { writer.numbers.text(Int($0)) } ?? "" }
        let slots = [
            "events": limit(rules?.numerator), "others": limit(rules?.complement), "persons": limit(rules?.denominator),
            "level": writer.percent(writer.set.policy.intervalLevel),
            "rate": writer.percent(writer.set.policy.falseDiscoveryRate),
            "unknown": writer.percent(writer.set.policy.coverage.mostUnknown),
            "difference": writer.percent(writer.set.policy.coverage.largestDifference),
            "edition": writer.set.edition.id, "date": writer.numbers.date(writer.set.edition.date),
            "cities": try writer.list(cities.map { $0.name[writer.language] }),
        ]
        return PageMatter([
            "title": .text(try title(writer)),
            "lead": .text(try description(writer)),
            "sections": .list(
                try words.keys(below: "about.\(topic.rawValue).\(sections(writer))").map { key in
                    .object([
                        "title": .text(try words["\(key).title"]),
                        "blocks": .list(Prose(try words.phrase("\(key).text", from: slots)).blocks),
                    ])
                }),
            "sources": topic == .sources ? try sources(writer, path) : .flag(false),
            "releases": topic == .changes ? try releases(writer, path) : .flag(false),
            "has-reasons": .flag(topic == .privacy),
            "reasons": topic == .privacy ? reasons(writer) : .flag(false),
            "others": .list(
                try AboutTopic.allCases.filter { $0 != topic }.map { other in
                    writer.link(
                        try words["about.\(other.rawValue).title"], to: .about(writer.language, other), from: path)
                }),
        ])
    }

    /// The key of the page's sections: what is withheld is another matter where figures are made up.
    private func sections(_ writer: PageWriter) -> String {
        topic == .privacy && writer.set.edition.isSynthetic ? "sections-made-up" : "sections"
    }

    /// Why the figures of each register may be shown, and why other limits hold for some.
    private func reasons(_ writer: PageWriter) -> TemplateValue {
        let names = writer.set.sources.compactMap { source in
            writer.set.policy.reasons[source.register].map { (source.name, $0) }
        }
        let exceptions = writer.set.policy.withholding.exceptions.compactMap { exception -> (String, String)? in
            let name: String? =
                switch exception.subject {
                case .register(let id): writer.set.sources.first { $0.register == id }?.name[writer.language]
                case .indicator(let id): sheets.first { $0.indicator.id == id }.map { writer.text($0.indicator).title }
                }
            return name.map { ($0, exception.because[writer.language]) }
        }
        return .list(
            (names.map { ($0[writer.language], $1[writer.language]) } + exceptions).map { name, text in
                .object(["name": .text(name), "text": .text(text)])
            })
    }

    /// Every edition and correction with what changed and why; then which figures are not what they were.
    private func releases(_ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let words = writer.words
        return .object([
            "all": .list(
                try writer.set.releases.map { release in
                    .object([
                        "id": .text(release.anchor),
                        "title": .text(
                            try words.phrase("releases.\(release.kind.rawValue)", ["edition": release.edition])),
                        "date": .text(
                            try words.phrase("releases.published", ["date": writer.numbers.date(release.date)])),
                        "changes": .list(
                            try release.changes.map { change in
                                .object([
                                    "reason": .text(try words["releases.reasons.\(change.reason.rawValue)"]),
                                    "text": .text(change.text[writer.language]),
                                ])
                            }),
                        "files": try files(of: release, writer, path),
                    ])
                }),
            "figures": try changes(writer, path),
        ])
    }

    /// The way to the files of the edition of `release`; nothing where they are not published any more.
    private func files(of release: Release, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        guard release.kind == .edition else { return .flag(false) }
        if release.edition == writer.set.edition.id {
            return writer.link(try writer.words["releases.tables"], to: .tables(writer.language), from: path)
        }
        guard writer.set.earlier.ids.contains(release.edition) else { return .flag(false) }
        return writer.link(
            try writer.words.phrase("releases.figures", ["edition": release.edition]),
            to: .data(ofEdition: release.edition, "figures.csv"), from: path)
    }

    private func changes(_ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let earlier = writer.set.earlier
        guard let id = earlier.ids.first else { return .flag(false) }
        return .object([
            "title": .text(try writer.words.phrase("releases.compared", ["edition": id])),
            "rows": .list(
                earlier.changes.map { change in
                    let sheet = sheets.first { $0.indicator.id == change.indicator }
                    return .object([
                        "name": .text(sheet.map { writer.text($0.indicator).title } ?? change.indicator.id),
                        "link": sheet.map {
                            .text(path.link(to: .factSheet(writer.language, $0.indicator.id)))
                        } ?? .flag(false),
                        "added": .text(writer.numbers.text(change.added)),
                        "changed": .text(writer.numbers.text(change.changed)),
                        "removed": .text(writer.numbers.text(change.removed)),
                    ])
                }),
            "is-same": .flag(earlier.changes.isEmpty),
        ])
    }

    private func sources(_ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        .object([
            "registers": .list(
                writer.set.sources.map { source in
                    .object([
                        "id": .text(source.register.id),
                        "name": .text(source.name[writer.language]), "owner": .text(source.owner[writer.language]),
                        "counts": .text(source.counts[writer.language]),
                        "licence": .text(source.licence[writer.language]),
                        "tables": .text(source.tables.joined(separator: ", ")),
                        "indicators": .list(
                            sheets.filter { $0.indicator.register == source.register }.map { sheet in
                                writer.link(
                                    writer.text(sheet.indicator).title,
                                    to: .factSheet(writer.language, sheet.indicator.id), from: path)
                            }),
                    ])
                }),
            "splits": .list(
                cities.flatMap { city in
                    city.splits.filter { writer.set.maker.splits.contains($0.id) }.map { split in
                        .object([
                            "id": .text(split.id.description),
                            "name": .text("\(split.title[writer.language]), \(city.name[writer.language])"),
                            "link": .text(path.link(to: .split(writer.language, split.id))),
                            "source": .text(city.source[writer.language]), "licence": .text(city.licence),
                        ])
                    }
                }),
        ])
    }
}
