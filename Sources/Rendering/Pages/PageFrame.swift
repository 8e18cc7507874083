import Geography
import Markup

/// What is around the content of every page: title, languages, menu, trail and foot.
struct PageFrame<Content: PageContent> {
    let content: Content
    let writer: PageWriter

    /// Where the page lies.
    var path: SitePath { content.path(in: writer.language) }

    /// The names that templates use for the frame.
    func values() throws -> TemplateNames {
        let (words, edition) = (writer.words, writer.set.edition)
        let title = try self.title()
        func link(_ target: SitePath) -> TemplateValue { .text(path.link(to: target)) }
        return [
            "words": words.templateValue,
            "lang": .text(writer.language.rawValue),
            "page-title": .text(path.parts.count > 2 ? "\(title) – \(try words["site.name"])" : title),
            "page-description": .text(try content.description(writer)),
            "address": .object([
                "style": link(.styleSheet), "palette": link(.paletteSheet), "script": link(.script),
                "icon": link(.icon),
                "front": link(.front(writer.language)), "privacy": link(.about(writer.language, .privacy)),
                "method": link(.about(writer.language, .method)),
            ]),
            "logo": writer.set.palette.logo.map { .object(["file": link(.asset($0))]) } ?? .flag(false),
            "alternates": alternates,
            "languages": try languages(),
            "menu": try menu(),
            "trail": try trail(),
            "made-up": try madeUp(),
            "demonstration": try demonstration(),
            "edition-line": .text(
                try words.phrase(
                    "foot.edition", ["edition": edition.id, "date": writer.numbers.date(edition.date)])),
            "borders-line": .text(
                try words.phrase("foot.borders", ["date": writer.numbers.date(edition.geographyDate)])),
            "print-line": .text(try words.phrase("foot.printed", ["title": title, "edition": edition.id])),
            "about": .list(
                try AboutTopic.allCases.map { topic in
                    writer.link(
                        try words["about.\(topic.rawValue).short"], to: .about(writer.language, topic), from: path)
                }),
        ]
    }

    /// The page's title, which in the demonstration edition says so.
    private func title() throws -> String {
        let title = try content.title(writer)
        return writer.set.edition.isSynthetic ? "\(title) – \(try writer.words["site.made-up-title"])" : title
    }

    /// What the demonstration edition says on every page, with the way to the open one, which it lies in.
    private func madeUp() throws -> TemplateValue {
        guard writer.set.edition.isSynthetic else { return .flag(false) }
        return .object(["link": .text("../" + path.linkToRoot + SitePath.front(writer.language).text)])
    }

    /// The way from the open edition to the demonstration.
    private func demonstration() throws -> TemplateValue {
        guard writer.set.hasDemonstration, !writer.set.edition.isSynthetic else { return .flag(false) }
        let target = SitePath(["demo"] + SitePath.front(writer.language).parts)
        return .object(["link": .text(path.link(to: target))])
    }

    /// The same page in every language, for search engines; a reader without a language gets the first.
    private var alternates: TemplateValue {
        guard content.isTranslated else { return .flag(false) }
        let pages = Language.written.map { ($0.rawValue, content.path(in: $0)) }
        let first = content.path(in: Language.written[0])
        let unspoken = first == .front(Language.written[0]) ? SitePath.root : first
        return .list(
            (pages + [("x-default", unspoken)]).map { tag, target in
                .object(["tag": .text(tag), "link": .text(path.link(to: target))])
            })
    }

    private func languages() throws -> TemplateValue {
        .list(
            try Language.written.map { language in
                let target = content.path(in: language)
                return .object([
                    "tag": .text(language.rawValue), "name": .text(try writer.set.wordings[language]["site.language"]),
                    "link": .text(path.link(to: target)), "is-current": .flag(language == writer.language),
                ])
            })
    }

    private func menu() throws -> TemplateValue {
        let language = writer.language
        let entries: [(String, SitePath)] = [
            ("nav.front", .front(language)), ("nav.indicators", .indicators(language)),
            ("nav.tables", .tables(language)), ("nav.method", .about(language, .method)),
        ]
        return .list(
            try entries.map { key, target in
                .object([
                    "name": .text(try writer.words[key]), "link": .text(path.link(to: target)),
                    "is-current": .flag(target == path),
                ])
            })
    }

    private func trail() throws -> TemplateValue {
        guard let own = try content.shortName(writer) else { return .flag(false) }
        let above =
            [(name: try writer.words["nav.front"], path: SitePath.front(writer.language))]
            + (try content.trail(writer))
        return .object([
            "above": .list(above.map { writer.link($0.name, to: $0.path, from: path) }), "own": .text(own),
        ])
    }
}
