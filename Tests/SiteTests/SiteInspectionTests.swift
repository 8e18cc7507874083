import LocatedInput
import Testing

@testable import Site

struct SiteInspectionTests {
    private func page(_ body: String, language: String = "nb", title: String = "Side", head: String = "") -> String {
        "<!DOCTYPE html>\n<html lang=\"\(language)\"><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
    }

    private func names(_ files: [String: String]) -> [String] {
        var tree = SiteTree()
        for (path, text) in files { tree.add(path, text: text) }
        return SiteInspection(tree, named: InputFolder("site")).diagnostics().sorted.map(\.name)
    }

    @Test func findsNothingWrongWithASiteThatIsWhole() {
        let head = "<link rel=\"alternate\" hreflang=\"nn\" href=\"../nn/index.html\"/>"
        let back = "<link rel=\"alternate\" hreflang=\"nb\" href=\"../nb/index.html\"/>"
        #expect(
            names([
                "nb/index.html": page("<a id=\"top\" href=\"#top\">a</a>", head: head),
                "nn/index.html": page("<a href=\"../nb/index.html#top\">a</a>", language: "nn", head: back),
                "en/index.html": page("<a href=\"https://example.org/\">a</a>", language: "en"),
            ]).isEmpty)
    }

    @Test(arguments: [
        ("<a href=\"missing/index.html\">a</a>", "BrokenLink"), ("<a href=\"#nowhere\">a</a>", "BrokenFragment"),
        ("<a href=\"../../index.html\">a</a>", "LinkLeavesSite"),
    ])
    func followsEveryLink(body: String, name: String) {
        #expect(names(["a/index.html": page(body)]) == [name])
    }

    @Test func findsPagesThatALanguageLacks() {
        #expect(names(["nb/index.html": page("")]) == ["PageLacksLanguage", "PageLacksLanguage"])
    }

    @Test func findsAlternatesThatDoNotNameEachOther() {
        let head = "<link rel=\"alternate\" hreflang=\"nn\" href=\"b.html\"/>"
        #expect(
            names(["x/a.html": page("", head: head), "x/b.html": page("", language: "nb", title: "B")])
                == ["AlternateLanguage", "AlternateNotNamedBack"])
    }

    @Test func tellsTwoPagesWithOneTitleApart() {
        #expect(names(["x/a.html": page(""), "x/b.html": page("")]) == ["SameTitle"])
    }

    @Test func parsesPicturesToo() { #expect(!names(["a.svg": "<svg><g></svg>"]).isEmpty) }
}
