import Foundation
import TestSupport
import Testing

@testable import Site

struct SitePublisherTests {
    /// A site of ours that says `word` on its only page.
    private func site(saying word: String) -> SiteTree {
        var tree = SiteTree()
        tree.add("index.html", text: word)
        tree.add("data/2026/figures.csv", text: "value\n")
        let manifest = Manifest.document(of: tree, edition: "2026", date: "2026-11-21", inputs: [])
        tree.add(Manifest.path, text: manifest)
        return tree
    }

    @Test func publishesWhereNothingWasAndLeavesNothingElse() throws {
        let folder = try ScratchFolder()
        try SitePublisher(to: folder.folder.file("site")).publish(site(saying: "new"))
        #expect(try folder.text(of: "site/index.html") == "new")
        #expect(try folder.everyName() == ["site"])
    }

    @Test func takesThePlaceOfAnOlderSiteWhole() throws {
        let folder = try ScratchFolder()
        var older = site(saying: "old")
        older.add("gone.txt", text: "")
        try SitePublisher(to: folder.folder.file("site")).publish(older)
        try SitePublisher(to: folder.folder.file("site")).publish(site(saying: "new"))
        #expect(try folder.text(of: "site/index.html") == "new")
        #expect(!FileManager.default.fileExists(atPath: folder.folder.file("site/gone.txt")))
        #expect(try folder.everyName() == ["site"])
    }

    @Test(arguments: ["notes.txt", "manifest.json"]) func refusesAFolderThatIsNotOurs(stranger: String) throws {
        let folder = try ScratchFolder()
        try folder.write("{}", to: "site/\(stranger)")
        #expect(throws: PublishingFault.notOurs(folder.folder.file("site"))) {
            try SitePublisher(to: folder.folder.file("site")).publish(site(saying: "new"))
        }
        #expect(try folder.text(of: "site/\(stranger)") == "{}")
    }

    @Test func clearsAwayWhatAKilledBuildLeftBehind() throws {
        let folder = try ScratchFolder()
        try folder.write("half", to: ".site.publishing/index.html")
        try SitePublisher(to: folder.folder.file("site")).publish(site(saying: "new"))
        #expect(try folder.text(of: "site/index.html") == "new")
        #expect(try folder.everyName() == ["site"])
    }

    @Test func waitsForNoOtherBuildButSaysSo() throws {
        let folder = try ScratchFolder()
        let lock = try StagingLock(at: URL(fileURLWithPath: folder.folder.file(".site.lock")))
        defer { lock.release() }
        #expect(throws: PublishingFault.busy(folder.folder.file(".site.lock"))) {
            try SitePublisher(to: folder.folder.file("site")).publish(site(saying: "new"))
        }
    }

    @Test func saysWhyWhereNothingCanBeMade() throws {
        let folder = try ScratchFolder()
        try folder.write("a file", to: "blocked")
        #expect {
            try SitePublisher(to: folder.folder.file("blocked/site")).publish(site(saying: "new"))
        } throws: { error in
            guard case .cannotCreate = error as? PublishingFault else { return false }
            return true
        }
    }
}
