import Geography
import LocatedInput
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
                "city-script": link(.cityScript), "icon": link(.icon), "words": link(.wordsScript),
                "front": link(.front(writer.language)), "privacy": link(.about(writer.language, .privacy)),
                "method": link(.about(writer.language, .method)), "search": link(.search(writer.language)),
            ]),
            "content-policy": .text(ContentPolicy.page),
            "tools": content.hasTools ? .object(["style": link(.toolsStyleSheet)]) : .flag(false),
            "has-search": .flag(!["front", "search"].contains(content.template)),
            "logo": writer.set.palette.logo.map { .object(["file": link(.asset($0))]) } ?? .flag(false),
            "alternates": alternates,
            "sharing": try sharing(title),
            "structured-data": try structuredData(),
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

    /// What other sites show of the page where it is shared, and which of its addresses is the real one; in the
    /// demonstration that it is not to be found.
    private func sharing(_ title: String) throws -> TemplateValue {
        if writer.set.edition.isSynthetic { return .object(["is-hidden": .flag(true), "address": .flag(false)]) }
        guard content.isTranslated, let address = writer.set.identity.address(of: path) else { return .flag(false) }
        return .object([
            "is-hidden": .flag(false), "address": .text(address), "title": .text(title),
            "locale": .text(try writer.words["site.locale"]), "feed": .text(path.link(to: .feed)),
            "picture": try picture(),
        ])
    }

    /// The whole address of the picture to share; nothing where there are none.
    private func picture() throws -> TemplateValue {
        guard writer.set.hasSharePictures else { return .flag(false) }
        let own = try content.sharePicture(writer) == nil ? SitePath.front(.nb) : content.path(in: .nb)
        let target = SitePath.sharePicture(beside: own == .root ? .front(.nb) : own)
        return writer.set.identity.address(of: target).map { .text($0) } ?? .flag(false)
    }

    /// The trail, and what the page says of itself, for search engines.
    private func structuredData() throws -> TemplateValue {
        let identity = writer.set.identity
        guard !writer.set.edition.isSynthetic, content.isTranslated, let address = identity.address(of: path),
            let own = try content.shortName(writer)
        else { return .flag(false) }
        let steps = try above().map { ($0.name, identity.address(of: $0.path) ?? address) } + [(own, address)]
        let crumbs = JSONText.object([
            ("@type", .string("BreadcrumbList")),
            (
                "itemListElement",
                .list(
                    steps.enumerated().map { index, step in
                        .object([
                            ("@type", .string("ListItem")), ("position", .whole(index + 1)), ("name", .string(step.0)),
                            ("item", .string(step.1)),
                        ])
                    })
            ),
        ])
        let graph = [try content.structuredData(writer), crumbs].compactMap(\.self)
        let document = JSONText.object([("@context", .string("https://schema.org")), ("@graph", .list(graph))])
        return .markup(
            try Markup(.element("script", ["type": "application/ld+json"], [.text(document.textInMarkup)])))
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
            ("nav.tables", .tables(language)), ("nav.compare", .compare(language)),
            ("nav.method", .about(language, .method)),
        ]
        return .list(
            try entries.map { key, target in
                .object([
                    "name": .text(try writer.words[key]), "link": .text(path.link(to: target)),
                    "is-current": .flag(target == path),
                ])
            })
    }

    /// The pages above this one, from the front page on.
    private func above() throws -> [(name: String, path: SitePath)] {
        [(name: try writer.words["nav.front"], path: SitePath.front(writer.language))] + (try content.trail(writer))
    }

    private func trail() throws -> TemplateValue {
        guard let own = try content.shortName(writer) else { return .flag(false) }
        return .object([
            "above": .list(try above().map { writer.link($0.name, to: $0.path, from: path) }), "own": .text(own),
        ])
    }
}
