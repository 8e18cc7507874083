import Foundation
import LocatedInput
import TestSupport
import Testing

@testable import Site

/// PDFs are made by a program outside; here a script that speaks as it does, and writes down how often it was asked.
struct PDFMakerTests {
    private let scratch: ScratchFolder
    private let pages = [
        PDFPage(page: "nb/a/index.html", pdf: "nb/a/a.pdf"), PDFPage(page: "nb/b/index.html", pdf: "nb/b/b.pdf"),
        PDFPage(page: "nb/c/index.html", pdf: "nb/c/c.pdf"),
    ]
    private let look = PDFLook(style: "p { color: black }", colours: ["axis": "#000000"])

    init() throws { scratch = try ScratchFolder() }

    /// A program that answers each page by running `answer`, a line of shell that finds the page in `$page`.
    private func program(_ answer: String, maker: String = "a printer") throws -> String {
        let path = scratch.folder.file("printer")
        try scratch.write(
            """
            #!/bin/sh
            read -r look
            echo '{"maker":"\(maker)","complaints":[]}'
            while read -r page; do
                echo asked >>'\(scratch.folder.file("asked"))'
                \(answer)
            done

            """, to: "printer")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    /// Makes of each page a PDF that is the page itself.
    private static let copies = #"printf '{"pdf":"%s","complaints":[]}\n' "$(printf %s "$page" | base64 -w 0)""#

    private func asked() -> Int {
        (try? scratch.text(of: "asked"))?.split(separator: "\n").count ?? 0
    }

    private func site(_ texts: [String] = ["one", "two", "three"]) -> SiteTree {
        var tree = SiteTree()
        for (page, text) in zip(pages, texts) { tree.add(page.page, text: text) }
        return tree
    }

    private func make(_ program: String, _ tree: inout SiteTree, earlier: String? = nil) -> [String] {
        var diagnostics = Diagnostics()
        PDFMaker(program: program, earlier: earlier).add(pages, look: look, to: &tree, &diagnostics)
        return diagnostics.sorted.map(\.name)
    }

    /// Publishes `tree` as the earlier site.
    private func publish(_ tree: SiteTree) throws -> String {
        var tree = tree
        tree.add(
            Manifest.path, text: Manifest.document(of: tree, edition: "2026", date: "2026-11-21", inputs: []))
        try SitePublisher(to: scratch.folder.file("site")).publish(tree)
        return scratch.folder.file("site")
    }

    @Test func makesThePDFOfEveryPageBesideIt() throws {
        var tree = site()
        #expect(make(try program(Self.copies), &tree) == [])
        #expect(tree["nb/b/b.pdf"] == Data(#"{"page":"two"}"#.utf8))
        #expect(pages.allSatisfy { tree[$0.pdf] != nil })
        #expect(asked() == 3)
    }

    @Test func makesAgainOnlyWhatComesFromAPageThatChanged() throws {
        let program = try program(Self.copies)
        var before = site()
        #expect(make(program, &before) == [])
        let earlier = try publish(before)
        var after = site(["one", "two, changed", "three"])
        #expect(make(program, &after, earlier: earlier) == [])
        #expect(asked() == 4)
        #expect(after["nb/a/a.pdf"] == before["nb/a/a.pdf"])
        #expect(after["nb/b/b.pdf"] == Data(#"{"page":"two, changed"}"#.utf8))
    }

    @Test func makesEveryPDFAgainWithAnotherProgramOrLook() throws {
        var before = site()
        #expect(make(try program(Self.copies), &before) == [])
        let earlier = try publish(before)
        var after = site()
        #expect(make(try program(Self.copies, maker: "a newer printer"), &after, earlier: earlier) == [])
        #expect(asked() == 6)
    }

    @Test func doesNotTakeOverAPDFThatWasTamperedWith() throws {
        let program = try program(Self.copies)
        var before = site()
        #expect(make(program, &before) == [])
        let earlier = try publish(before)
        try scratch.write("forged", to: "site/nb/c/c.pdf")
        var after = site()
        #expect(make(program, &after, earlier: earlier) == [])
        #expect(after["nb/c/c.pdf"] == before["nb/c/c.pdf"])
        #expect(asked() == 4)
    }

    @Test func saysThatThereIsNoProgram() {
        var tree = site()
        #expect(make(scratch.folder.file("printer"), &tree) == ["MissingProgram"])
    }

    @Test func tellsWhatTheProgramComplainsOfAndTakesThePDF() throws {
        var tree = site()
        let answer = #"printf '{"pdf":"YQ==","complaints":["too wide"]}\n'"#
        #expect(Set(make(try program(answer), &tree)) == ["PDFComplaint"])
        #expect(tree["nb/a/a.pdf"] == Data("a".utf8))
    }

    @Test(arguments: [#"printf '{"error":"no room"}\n'"#, "echo nonsense", "exit 1"])
    func aPageWithoutAPDFIsAnError(answer: String) throws {
        var tree = site()
        #expect(Set(make(try program(answer), &tree)) == ["NoPDF"])
        #expect(tree["nb/a/a.pdf"] == nil)
    }

    @Test func theManifestTellsWhatAPDFWasMadeFrom() throws {
        var tree = site()
        #expect(make(try program(Self.copies), &tree) == [])
        let manifest = Manifest.document(of: tree, edition: "2026", date: "2026-11-21", inputs: [])
        let files = try #require(Manifest.files(in: Data(manifest.utf8)))
        #expect(Set(files.filter { $0.madeFrom != nil }.map(\.path)) == Set(pages.map(\.pdf)))
    }
}
