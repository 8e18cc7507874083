import Foundation
import TestSupport
import Testing

@testable import Site

struct SiteVerifierTests {
    private func published() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        var tree = SiteTree()
        tree.add(
            "index.html", text: "<!DOCTYPE html>\n<html lang=\"nb\"><head><title>A</title></head><body></body></html>")
        tree.add("figures.csv", text: "value\n1\n")
        let manifest = Manifest.document(of: tree, edition: "2026", date: "2026-11-21", inputs: [])
        tree.add(Manifest.path, text: manifest)
        try SitePublisher(to: folder.folder.file("site")).publish(tree)
        return folder
    }

    @Test func findsNothingWrongWithWhatWasJustPublished() throws {
        let folder = try published()
        let (diagnostics, count) = SiteVerifier(folder.folder.file("site")).verify()
        #expect(diagnostics.isEmpty)
        #expect(count == 3)
    }

    @Test func findsAFileThatWasChangedWithoutAChangeOfSize() throws {
        let folder = try published()
        try folder.write("value\n2\n", to: "site/figures.csv")
        #expect(SiteVerifier(folder.folder.file("site")).verify().diagnostics.sorted.map(\.name) == ["FileChanged"])
    }

    @Test func findsFilesThatAreGoneOrAdded() throws {
        let folder = try published()
        try FileManager.default.removeItem(atPath: folder.folder.file("site/figures.csv"))
        try folder.write("", to: "site/.hidden")
        #expect(
            SiteVerifier(folder.folder.file("site")).verify().diagnostics.sorted.map(\.name) == [
                "FileAdded", "FileGone",
            ])
    }

    @Test func saysWhereThereIsNoSite() throws {
        let folder = try ScratchFolder()
        #expect(SiteVerifier(folder.folder.file("site")).verify().diagnostics.sorted.map(\.name) == ["MissingFile"])
    }
}
