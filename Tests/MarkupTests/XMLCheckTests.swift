import Foundation
import LocatedInput
import Markup
import Testing

struct XMLCheckTests {
    private func check(_ text: String, as kind: XMLCheck.Kind = .page) -> (page: ParsedPage, findings: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let page = XMLCheck.check(InputFile(path: "p.html", text: text), as: kind, &diagnostics)
        return (page, diagnostics.sorted)
    }

    @Test func aPageTellsItsTitleLanguageLinksAndIDs() throws {
        let (page, findings) = check(
            """
            <!DOCTYPE html>
            <html lang="nn"><head><meta charset="utf-8"/><title>Årstad &amp; 2026</title>
            <link rel="alternate" hreflang="nb" href="/nb/"/></head>
            <body><h1 id="a">x</h1><a href="#a">é</a><img src="b.png" alt=""/>
            <svg viewBox="0 0 1 1" aria-labelledby="t d"><title id="t">T</title><desc id="d"/><path d="M0 0"/></svg></body></html>
            """)
        #expect(findings == [])
        #expect(page.title == "Årstad & 2026")
        #expect(page.language == "nn")
        #expect(page.ids.keys.sorted() == ["a", "d", "t"])
        #expect(page.ids["a"]?.line == 4)
        #expect(page.links.map(\.address) == ["/nb/", "#a", "b.png"])
        #expect(page.links.first?.language == "nb")
        #expect(page.links.first?.relation == "alternate")
    }

    @Test(arguments: [
        ("\n<p>", "NotWellFormed", 2), ("<p></b></p>", "NotWellFormed", 1), ("\n\n<p>&nbsp;</p>", "NotWellFormed", 3),
        ("<p>a & b</p>", "NotWellFormed", 1), ("<p a=1></p>", "NotWellFormed", 1), ("<p>\u{1}</p>", "NotWellFormed", 1),
        ("<p id=\"a\"></p><p id=\"a\"></p>", "RepeatedID", 1), ("<p aria-labelledby=\"b\"></p>", "MissingID", 1),
        ("<div/>", "ElementEndsItself", 1), ("<script src=\"a.js\"/>", "ElementEndsItself", 1),
        ("<br></br>", "VoidElementNotEnded", 1),
        ("<?php x?>", "ProcessingInstruction", 1),
    ])
    func aFaultOfAPageIsFoundOnItsLine(body: String, name: String, line: Int) {
        let findings = check("<!DOCTYPE html><html lang=\"nb\"><body>\(body)</body>\n</html>").findings
        #expect(
            findings.contains {
                $0.name == name && $0.location.line == line
            }, "\(findings)")
    }

    @Test(arguments: [
        "<!DOCTYPE html [<!ENTITY a \"x\">]><html>&a;</html>",
        "<!DOCTYPE html SYSTEM \"about:legacy-compat\"><html></html>",
        "<!DOCTYPE svg PUBLIC \"a\" \"file:///etc/passwd\"><svg></svg>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
    ])
    func aDocumentTypeIsRefusedBeforeItIsUsed(text: String) {
        for kind in [XMLCheck.Kind.page, .document] {
            let findings = check(text, as: kind).findings
            #expect(findings.contains { $0.name == "DocumentType" }, "\(findings)")
        }
    }

    @Test func onlyAPageBeginsWithTheDocumentTypeOfHTML() {
        #expect(check("<!DOCTYPE html><html></html>").findings == [])
        #expect(check("<!DOCTYPE html><html></html>", as: .document).findings.map(\.name) == ["DocumentType"])
        #expect(check("<html></html>").findings.map(\.name) == ["MissingPageStart"])
        #expect(check("<svg/>", as: .document).findings == [])
    }

    @Test func billionsOfLaughsEndAtOnce() {
        let levels = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let bomb = "<!DOCTYPE l [<!ENTITY l0 \"ha\">\(levels)]><l>&l9;</l>"
        #expect(check(bomb, as: .document).findings.map(\.name) == ["DocumentType"])
    }

    @Test func deepNestingIsRefusedAndTheDeepestAllowedIsNot() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<g>", count: depth) + String(repeating: "</g>", count: depth)
        }
        #expect(check(nested(256), as: .document).findings == [])
        #expect(check(nested(257), as: .document).findings.map(\.name) == ["NestedTooDeep"])
    }

    @Test func anEmptyFileIsNotWellFormed() {
        #expect(check("", as: .document).findings.contains { $0.name == "NotWellFormed" })
        #expect(check("").findings.contains { $0.name == "MissingPageStart" })
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        var diagnostics = Diagnostics()
        _ = XMLCheck.check(
            InputFile(path: "a.svg", data: Data([0x3C, 0x61, 0x3E, 0xE5, 0x3C, 0x2F, 0x61, 0x3E])), as: .document,
            &diagnostics)
        #expect(diagnostics.hasErrors)
    }

    @Test func aLongDocumentIsReadAcrossChunks() throws {
        let rows = String(repeating: "<circle cx=\"12.3\" cy=\"å\"/>", count: 90_000)
        let (page, findings) = check("<svg>\(rows)<path id=\"last\"/></svg>", as: .document)
        #expect(findings == [])
        #expect(page.ids["last"] != nil)
    }

    @Test func manyTasksCanReadAtOnce() async {
        let counts = await withTaskGroup(of: Int.self) { group in
            for index in 0..<32 {
                group.addTask {
                    self.check("<svg><g id=\"a\(index)\"/><g id=\"b\"/></svg>", as: .document).page.ids.count
                }
            }
            return await group.reduce(0, +)
        }
        #expect(counts == 64)
    }
}
