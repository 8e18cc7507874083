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
        var diagnostics = Diagnostics()
        let parsed = concurrently(paths.count, &diagnostics) { index, diagnostics in
            let file = InputFile(path: root.file(paths[index]), data: tree[paths[index]] ?? Data())
            let kind: XMLCheck.Kind = paths[index].hasSuffix(".html") ? .page : .document
            return XMLCheck.check(file, as: kind, &diagnostics)
        }
        if diagnostics.hasErrors { return diagnostics }
        let pages = Dictionary(uniqueKeysWithValues: zip(paths, parsed))
        _ = concurrently(paths.count, &diagnostics) { checkLinks(paths[$0], pages, &$1) }
        checkTitles(pages, &diagnostics)
        checkLanguages(pages, &diagnostics)
        return diagnostics
    }

    // MARK: - Links

    private func checkLinks(_ path: String, _ pages: [String: ParsedPage], _ diagnostics: inout Diagnostics) {
        for link in pages[path]?.links ?? [] {
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
            if let twin = first.updateValue(path, forKey: name) {
                diagnostics.emit(.sameTitle(title, twin, at: location))
            }
        }
    }

    private func checkLanguages(_ pages: [String: ParsedPage], _ diagnostics: inout Diagnostics) {
        for path in pages.keys.sorted() where path.hasSuffix(".html") {
            // The language stands first in an edition's folder: `nb/…`, and `demo/nb/…`.
            var parts = path.split(separator: "/")
            guard let place = parts.prefix(2).firstIndex(where: { Language(rawValue: String($0)) != nil }) else {
                continue
            }
            let language = parts[place]
            for other in Language.written where other.rawValue != language {
                parts[place] = Substring(other.rawValue)
                if pages[parts.joined(separator: "/")] == nil {
                    diagnostics.emit(.pageLacksLanguage(other, at: SourceLocation(file: root.file(path))))
                }
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
        let (whole, fragment) = Self.part(address, at: "#")
        let (target, _) = Self.part(whole, at: "?")
        let place = fragment.flatMap { $0.isEmpty ? nil : String($0) }
        if target.isEmpty {
            self = .inside(path, fragment: place)
        } else if target.utf8.contains(UInt8(ascii: ":")) || target.utf8.starts(with: "//".utf8) {
            self = .elsewhere
        } else if let file = Self.file(target, from: path) {
            self = .inside(file, fragment: place)
        } else {
            self = .outside
        }
    }

    /// What stands before and after the first `mark`; `nil` after it where there is none.
    private static func part(_ text: some StringProtocol, at mark: Character) -> (Substring, Substring?) {
        let text = Substring(text)
        guard let byte = mark.asciiValue, let index = text.utf8.firstIndex(of: byte) else { return (text, nil) }
        return (text[..<index], text[text.utf8.index(after: index)...])
    }

    /// The file that the relative or rooted `target` names, seen from `path`; `nil` above the root.
    private static func file(_ target: Substring, from path: String) -> String? {
        let slash = UInt8(ascii: "/")
        var parts = target.utf8.first == slash ? [] : path.utf8.split(separator: slash).dropLast().map(Substring.init)
        var endsInFolder = target.utf8.last == slash
        for step in target.utf8.split(separator: slash).map(Substring.init) {
            switch step {
            case ".": endsInFolder = true
            case "..":
                endsInFolder = true
                if parts.popLast() == nil { return nil }
            default:
                endsInFolder = target.utf8.last == slash
                parts.append(step)
            }
        }
        if endsInFolder { parts.append("index.html") }
        return parts.joined(separator: "/")
    }
}

extension Diagnostic {
    fileprivate static func brokenLink(_ link: ParsedPage.Link, to target: String) -> Diagnostic {
        Diagnostic(
            .error, "BrokenLink", at: link.location, "'\(link.address)' leads to \(target), which is not in the site",
            remedy: "mend the address in the template, or publish what it points to")
    }

    fileprivate static func brokenFragment(_ link: ParsedPage.Link, _ fragment: String, in target: String) -> Diagnostic
    {
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
            .error, "SameTitle", at: location, "'\(title)' is also the title of \(twin)", remedy: "tell the pages apart"
        )
    }

    fileprivate static func pageLacksLanguage(_ language: Language, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "PageLacksLanguage", at: location, "the page is not published in '\(language.rawValue)'",
            remedy: "publish it in every language")
    }
}
