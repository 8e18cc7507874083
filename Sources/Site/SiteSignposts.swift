import Disclosure
import LocatedInput
import Markup
import Rendering

/// What leads programs and servers to the pages and files of the open edition: sitemap, feed, catalogue, redirects and
/// headers.
struct SiteSignposts {
    let definitions: EditionDefinitions
    let table: PublishedTable

    /// Adds them to `tree`, which holds everything they point to.
    func add(to tree: inout SiteTree) throws(InputFailure) {
        let paths = tree.paths
        let redirects = RedirectList(definitions, paths: paths)
        tree.add("redirects.csv", text: redirects.csv)
        tree.add("_redirects", text: redirects.hostFile)
        tree.add(HeaderRules.path, text: HeadersFile(folder: definitions.identity.folder, paths: paths).text)
        guard let address = definitions.identity.address else {
            tree.add("robots.txt", text: Self.robots)
            return
        }
        tree.add("robots.txt", text: "\(Self.robots)Sitemap: \(address)\(Sitemap.path)\n")
        let catalogue = DataCatalogue(address: address, definitions: definitions, table: table, tree: tree)
        tree.add(SitePath.catalogue.text, text: try catalogue.document())
        do {
            let sitemap = Sitemap(address: address, date: definitions.edition.date, paths: paths)
            for file in try sitemap.files() { tree.add(file.path, text: file.text) }
            tree.add(
                SitePath.feed.text, text: try AtomFeed(address: address, definitions: definitions).document())
        } catch let failure as InputFailure {
            throw failure
        } catch {
            throw InputFailure(.signpostNotMarkup(error))
        }
    }

    /// Robots may read everything; what they should not list says so itself.
    private static let robots = "User-agent: *\nAllow: /\n"
}

extension Diagnostic {
    fileprivate static func signpostNotMarkup(_ error: any Error) -> Diagnostic {
        Diagnostic(
            .error, "NotMarkup", at: SourceLocation(file: SitePath.feed.text), "the feed cannot be written: \(error)",
            remedy: "remove the character from the text it stands in")
    }
}
