import Foundation
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
        let folder = try TemporaryFolder()
        try SitePublisher(to: folder.path("site")).publish(site(saying: "new"))
        #expect(try folder.text("site/index.html") == "new")
        #expect(try folder.names() == ["site"])
    }

    @Test func takesThePlaceOfAnOlderSiteWhole() throws {
        let folder = try TemporaryFolder()
        var older = site(saying: "old")
        older.add("gone.txt", text: "")
        try SitePublisher(to: folder.path("site")).publish(older)
        try SitePublisher(to: folder.path("site")).publish(site(saying: "new"))
        #expect(try folder.text("site/index.html") == "new")
        #expect(!FileManager.default.fileExists(atPath: folder.path("site/gone.txt")))
        #expect(try folder.names() == ["site"])
    }

    @Test(arguments: ["notes.txt", "manifest.json"]) func refusesAFolderThatIsNotOurs(stranger: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "site/\(stranger)")
        #expect(throws: PublishingFault.notOurs(folder.path("site"))) {
            try SitePublisher(to: folder.path("site")).publish(site(saying: "new"))
        }
        #expect(try folder.text("site/\(stranger)") == "{}")
    }

    @Test func clearsAwayWhatAKilledBuildLeftBehind() throws {
        let folder = try TemporaryFolder()
        try folder.write("half", to: ".site.publishing/index.html")
        try SitePublisher(to: folder.path("site")).publish(site(saying: "new"))
        #expect(try folder.text("site/index.html") == "new")
        #expect(try folder.names() == ["site"])
    }

    @Test func waitsForNoOtherBuildButSaysSo() throws {
        let folder = try TemporaryFolder()
        let lock = try StagingLock(at: folder.url.appendingPathComponent(".site.lock"))
        defer { lock.release() }
        #expect(throws: PublishingFault.busy(folder.path(".site.lock"))) {
            try SitePublisher(to: folder.path("site")).publish(site(saying: "new"))
        }
    }

    @Test func saysWhyWhereNothingCanBeMade() throws {
        let folder = try TemporaryFolder()
        try folder.write("a file", to: "blocked")
        #expect {
            try SitePublisher(to: folder.path("blocked/site")).publish(site(saying: "new"))
        } throws: { error in
            guard case .cannotCreate = error as? PublishingFault else { return false }
            return true
        }
    }
}
