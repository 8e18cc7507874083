import Foundation
import Geography
import LocatedInput
import Markup
import Parallel

/// Looks at a whole site as a reader's browser will: parses every page and picture, follows every link, and compares
/// the languages.
public struct SiteInspection: Sendable {
    private let tree: SiteTree
    private let root: InputFolder

    /// An inspection of `tree`, whose files the user knows as files of `root`.
    public init(_ tree: SiteTree, named root: InputFolder) {
        self.tree = tree
        self.root = root
    }

    /// Everything that is wrong.
    public func diagnostics() -> Diagnostics {
        let paths = tree.paths.filter { $0.hasSuffix(".html") || $0.hasSuffix(".svg") }
        let parsed = concurrently(paths.count) { index -> (page: ParsedPage, diagnostics: Diagnostics) in
            var diagnostics = Diagnostics()
            let file = InputFile(path: root.file(paths[index]), data: tree[paths[index]] ?? Data())
            let kind: XMLCheck.Kind = paths[index].hasSuffix(".html") ? .page : .document
            return (XMLCheck.check(file, as: kind, &diagnostics), diagnostics)
        }
        var diagnostics = Diagnostics()
        var pages: [String: ParsedPage] = [:]
        for (path, result) in zip(paths, parsed) {
            pages[path] = result.page
            diagnostics.merge(result.diagnostics)
        }
        if diagnostics.hasErrors { return diagnostics }
        for path in paths { checkLinks(path, pages, &diagnostics) }
        checkTitles(pages, &diagnostics)
        checkLanguages(pages, &diagnostics)
        return diagnostics
    }

    // MARK: - Links

    private func checkLinks(_ path: String, _ pages: [String: ParsedPage], _ diagnostics: inout Diagnostics) {
        guard let page = pages[path] else { return }
        for link in page.links {
            switch SiteLink(link.address, from: path) {
            case .elsewhere: continue
            case .outside: diagnostics.emit(.linkLeavesSite(link))
            case .inside(let target, let fragment):
                guard tree[target] != nil else {
                    diagnostics.emit(.brokenLink(link, to: target))
                    continue
                }
                if let fragment, let other = pages[target], other.ids[fragment] == nil {
                    diagnostics.emit(.brokenFragment(link, fragment, in: target))
                }
                if link.relation == "alternate", let language = link.language, language != "x-default",
                    let other = pages[target]
                {
                    checkAlternate(link, language, of: path, other, target, &diagnostics)
                }
            }
        }
    }

    /// A page that names another as itself in another language must be named back, and the other be in that language.
    private func checkAlternate(
        _ link: ParsedPage.Link, _ language: String, of path: String, _ other: ParsedPage, _ target: String,
        _ diagnostics: inout Diagnostics
    ) {
        if other.language != language { diagnostics.emit(.alternateLanguage(link, target, says: other.language)) }
        let namesBack = other.links.contains {
            $0.relation == "alternate" && SiteLink($0.address, from: target) == .inside(path, fragment: nil)
        }
        if !namesBack { diagnostics.emit(.alternateNotNamedBack(link, target)) }
    }

    // MARK: - The whole

    private func checkTitles(_ pages: [String: ParsedPage], _ diagnostics: inout Diagnostics) {
        var first: [String: String] = [:]
        for path in pages.keys.sorted() where path.hasSuffix(".html") {
            let location = SourceLocation(file: root.file(path))
            guard let page = pages[path], let title = page.title, !title.isEmpty else {
                diagnostics.emit(.noTitle(at: location))
                continue
            }
            let name = "\(page.language ?? "")|\(title)"
            if let twin = first.updateValue(path, forKey: name) { diagnostics.emit(.sameTitle(title, twin, at: location)) }
        }
    }

    private func checkLanguages(_ pages: [String: ParsedPage], _ diagnostics: inout Diagnostics) {
        for path in pages.keys.sorted() where path.hasSuffix(".html") {
            let parts = path.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let language = Language(rawValue: String(parts[0])) else { continue }
            for other in Language.written where other != language && pages["\(other.rawValue)/\(parts[1])"] == nil {
                diagnostics.emit(.pageLacksLanguage(other, at: SourceLocation(file: root.file(path))))
            }
        }
    }
}

/// Where an address on a page leads.
enum SiteLink: Equatable {
    /// Out of the site, to somebody else's.
    case elsewhere
    /// Above the root of the site, where nothing is ours.
    case outside
    /// To a file of the site, and a place in it.
    case inside(String, fragment: String?)

    /// Follows `address` as written on the page at `path`; a folder stands for its `index.html`.
    init(_ address: String, from path: String) {
        let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fragment = pieces.count == 2 && !pieces[1].isEmpty ? pieces[1] : nil
        let target = pieces[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
        guard let target, !target.isEmpty else {
            self = .inside(path, fragment: fragment)
            return
        }
        if target.contains(":") || target.hasPrefix("//") {
            self = .elsewhere
            return
        }
        var parts = target.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
        for step in target.split(separator: "/").map(String.init) where step != "." {
            guard step == ".." else {
                parts.append(step)
                continue
            }
            guard parts.popLast() != nil else {
                self = .outside
                return
            }
        }
        let isFolder = target.hasSuffix("/") || target.hasSuffix("..") || target.hasSuffix(".")
        if isFolder { parts.append("index.html") }
        self = .inside(parts.joined(separator: "/"), fragment: fragment)
    }
}

extension Diagnostic {
    fileprivate static func brokenLink(_ link: ParsedPage.Link, to target: String) -> Diagnostic {
        Diagnostic(
            .error, "BrokenLink", at: link.location, "'\(link.address)' leads to \(target), which is not in the site",
            remedy: "mend the address in the template, or publish what it points to")
    }

    fileprivate static func brokenFragment(_ link: ParsedPage.Link, _ fragment: String, in target: String) -> Diagnostic {
        Diagnostic(
            .error, "BrokenFragment", at: link.location, "there is no '\(fragment)' in \(target)",
            remedy: "give the place that is meant this id")
    }

    fileprivate static func linkLeavesSite(_ link: ParsedPage.Link) -> Diagnostic {
        Diagnostic(
            .error, "LinkLeavesSite", at: link.location, "'\(link.address)' leads above the root of the site",
            remedy: "take one '..' away")
    }

    fileprivate static func alternateLanguage(_ link: ParsedPage.Link, _ target: String, says language: String?)
        -> Diagnostic
    {
        Diagnostic(
            .error, "AlternateLanguage", at: link.location,
            "\(target) is called '\(link.language ?? "")' here and says '\(language ?? "")' itself",
            remedy: "make hreflang and the page's lang agree")
    }

    fileprivate static func alternateNotNamedBack(_ link: ParsedPage.Link, _ target: String) -> Diagnostic {
        Diagnostic(
            .error, "AlternateNotNamedBack", at: link.location, "\(target) does not name this page as its alternate",
            remedy: "let both pages name each other")
    }

    fileprivate static func noTitle(at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "NoTitle", at: location, "the page has no title", remedy: "add one to its template")
    }

    fileprivate static func sameTitle(_ title: String, _ twin: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "SameTitle", at: location, "'\(title)' is also the title of \(twin)", remedy: "tell the pages apart")
    }

    fileprivate static func pageLacksLanguage(_ language: Language, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "PageLacksLanguage", at: location, "the page is not published in '\(language.rawValue)'",
            remedy: "publish it in every language")
    }
}
