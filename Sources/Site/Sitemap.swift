import Geography
import Markup
import Rendering

/// The pages of the open edition for search engines: `sitemap.xml`, and one list for each language.
///
/// Sitemaps.org protocol 0.9, with each page's other languages as `xhtml:link`. A page has changed when the edition was
/// published, whenever it was built.
struct Sitemap {
    /// The most pages that one list may hold by the protocol.
    static let mostPages = 50_000
    /// Where the list of lists lies.
    static let path = "sitemap.xml"

    /// Where the site lies.
    let address: String
    /// The day the edition was published.
    let date: CalendarDate
    /// The paths of the site's files.
    let paths: [String]

    /// The files, by path.
    func files() throws(MarkupFault) -> [(path: String, text: String)] {
        var files: [(String, String)] = []
        for language in Language.written {
            files.append(("sitemap-\(language.rawValue).xml", try list(of: language)))
        }
        let index = Node.element(
            "sitemapindex", ["xmlns": Self.protocolName],
            files.map { .element("sitemap", [text("loc", address + $0.0), text("lastmod", date.description)]) })
        return [(Self.path, try Self.document(index))] + files
    }

    private func list(of language: Language) throws(MarkupFault) -> String {
        let prefix = "\(language.rawValue)/"
        let pages = paths.filter { $0.hasPrefix(prefix) && $0.hasSuffix("/index.html") && !Embedding.holds($0) }
            .map { $0.dropFirst(prefix.count).dropLast("index.html".count) }
        precondition(pages.count <= Self.mostPages, "a list of the sitemap is too long")
        return try Self.document(
            .element(
                "urlset", ["xmlns": Self.protocolName, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"],
                pages.map { page in
                    .element(
                        "url",
                        [text("loc", "\(address)\(prefix)\(page)"), text("lastmod", date.description)]
                            + Language.written.map { alternate($0.rawValue, "\(address)\($0.rawValue)/\(page)") }
                            + [
                                alternate(
                                    "x-default", page.isEmpty ? address : "\(address)\(Language.nb.rawValue)/\(page)")
                            ])
                }))
    }

    private func alternate(_ language: String, _ address: String) -> Node {
        .element("xhtml:link", ["rel": "alternate", "hreflang": language, "href": address])
    }

    private func text(_ name: String, _ text: String) -> Node { .element(name, [.text(text)]) }

    private static let protocolName = "http://www.sitemaps.org/schemas/sitemap/0.9"

    /// A document of XML around `root`.
    static func document(_ root: Node) throws(MarkupFault) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(try Markup(root).text)\n"
    }
}
