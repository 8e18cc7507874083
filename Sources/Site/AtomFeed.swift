import Geography
import LocatedInput
import Markup
import Rendering

/// `feed.atom`: an entry for every edition and correction, for readers of news (RFC 4287).
///
/// An entry's id is a tag (RFC 4151) of the site's name, the day and the edition, so that it stays the same wherever the
/// site is built, and when.
struct AtomFeed {
    /// Where the site lies.
    let address: String
    let definitions: EditionDefinitions

    /// The document. Throws where a phrase is missing.
    func document() throws -> String {
        let words = definitions.wordings[.nb]
        let page = definitions.identity.address(of: .about(.nb, .changes)) ?? address
        let entries = try definitions.releases.enumerated().map { index, release in
            try entry(release, numbered: number(of: index), page, words)
        }
        let updated = definitions.releases.first.map { Self.moment($0.date) } ?? Self.moment(definitions.edition.date)
        return try Sitemap.document(
            .element(
                "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": Language.nb.rawValue],
                [
                    text("id", tag(definitions.releases.last?.date ?? definitions.edition.date, "feed")),
                    text("title", try words["data.feed"]), text("updated", updated),
                    .element(
                        "link", ["rel": "self", "type": "application/atom+xml", "href": address + SitePath.feed.text]),
                    .element("link", ["rel": "alternate", "type": "text/html", "href": page]),
                    .element(
                        "author",
                        [
                            text("name", definitions.identity.publisher[.nb]),
                            text("email", definitions.identity.contact.email), text("uri", address),
                        ]),
                    text("rights", definitions.identity.licence.name),
                ] + entries))
    }

    private func entry(_ release: Release, numbered number: Int, _ page: String, _ words: Wording) throws -> Node {
        let name = release.kind == .edition ? release.edition : "\(release.edition)-correction-\(number)"
        let moment = Self.moment(release.date)
        return .element(
            "entry",
            [
                text("id", tag(release.date, name)),
                text("title", try words.phrase("releases.\(release.kind.rawValue)", ["edition": release.edition])),
                text("published", moment), text("updated", moment),
                .element(
                    "link", ["rel": "alternate", "type": "text/html", "href": "\(page)#\(release.anchor)"]),
                .element(
                    "content", ["type": "text"],
                    [
                        .text(
                            try release.changes.map { change in
                                "\(try words["releases.reasons.\(change.reason.rawValue)"]): \(change.text[.nb])"
                            }.joined(separator: "\n"))
                    ]),
            ])
    }

    /// Which correction of its edition the release at `index` is, from 1 for the first; releases stand newest first.
    private func number(of index: Int) -> Int {
        let releases = definitions.releases
        return releases[index...].count { $0.edition == releases[index].edition && $0.kind == .correction }
    }

    private func tag(_ date: CalendarDate, _ name: String) -> String {
        let host = address.dropFirst("https://".count).prefix { $0 != "/" }
        return "tag:\(host),\(date):\(name)"
    }

    /// The beginning of a day, in UTC.
    private static func moment(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

    private func text(_ name: String, _ text: String) -> Node { .element(name, [.text(text)]) }
}
