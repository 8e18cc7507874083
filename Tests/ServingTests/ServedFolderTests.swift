import Foundation
import Site
import TestSupport
import Testing

@testable import Serving

struct ServedFolderTests {
    private let scratch: ScratchFolder
    private let folder: ServedFolder

    init() throws { (scratch, folder) = try Self.site(on: "/") }

    /// A small site that lies in `address` on its server, with a file beside it that is none of it.
    private static func site(on address: String) throws -> (ScratchFolder, ServedFolder) {
        let scratch = try ScratchFolder()
        let files = [
            "site/_headers": """
            # Words
            \(address)*
              X-Content-Type-Options: nosniff
            \(address)
              X-Frame-Options: DENY
            \(address)nb/embed/*
              Content-Security-Policy: default-src 'none'; frame-ancestors *

            """,
            "site/index.html": "front", "site/404.html": "missing", "site/nb/om/index.html": "about",
            "site/nb/embed/folk/index.html": "people", "site/data/tall og ord.csv": "a,b", "outside.txt": "secret",
        ]
        for (name, text) in files { try scratch.write(text, to: name) }
        return (scratch, ServedFolder(path: scratch.folder.file("site")))
    }

    private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

    @Test func aFolderIsItsPageAndLeadsThereWithoutTheSlash() {
        let page = folder.answer(method: "GET", target: "/nb/om/")
        #expect(page.status == .ok && text(page) == "about" && page["Content-Type"] == "text/html; charset=utf-8")
        let without = folder.answer(method: "GET", target: "/nb/om?sok=a/b")
        #expect(without.status == .movedPermanently && without["Location"] == "/nb/om/?sok=a/b")
        #expect(folder.answer(method: "GET", target: "/nb/om/?a=b") == page)
    }

    @Test func aFolderWithoutAPageIsNotListed() {
        for target in ["/nb/", "/nb", "/data/", "/data"] {
            #expect(folder.answer(method: "GET", target: target).status == .notFound, "\(target)")
        }
    }

    @Test func aNameIsReadAsAddressesAreWritten() {
        let answer = folder.answer(method: "GET", target: "/data/tall%20og%20ord.csv")
        #expect(answer.status == .ok && text(answer) == "a,b" && answer["Content-Type"] == "text/csv; charset=utf-8")
    }

    @Test func whatIsMissingIsTheSitesOwnPage() {
        let answer = folder.answer(method: "GET", target: "/nb/nothing.html")
        #expect(answer.status == .notFound && text(answer) == "missing")
        #expect(answer["Content-Type"] == "text/html; charset=utf-8" && answer["X-Content-Type-Options"] == "nosniff")
    }

    @Test(arguments: [
        "/../outside.txt", "/%2e%2e/outside.txt", "/.%2E/outside.txt", "/..%2foutside.txt", "/nb/../../outside.txt",
        "/nb/%2e%2e/%2e%2e/outside.txt", "/..%5coutside.txt", "//outside.txt", "/./index.html", "/index.html/",
        "/index.html%00.txt", "/%ff", "/%", "/_headers", "/.hidden", "/link.txt", "/linked/outside.txt", "/INDEX.HTML",
    ])
    func nothingButTheSitesOwnFilesIsShown(target: String) throws {
        let root = scratch.folder.file("site")
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/link.txt", withDestinationPath: scratch.folder.file("outside.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/linked", withDestinationPath: scratch.folder.path)
        try scratch.write("hidden", to: "site/.hidden")
        let answer = folder.answer(method: "GET", target: target)
        #expect(answer.status == .notFound && text(answer) == "missing")
    }

    @Test(arguments: ["", "http://127.0.0.1/", "*", "index.html"])
    func anAddressThatIsNoneIsABadRequest(target: String) {
        #expect(folder.answer(method: "GET", target: target).status == .badRequest)
    }

    @Test func everyFileGoesWithTheHeadersOfTheSitesOwnRules() {
        let front = folder.answer(method: "GET", target: "/")
        #expect(front["X-Content-Type-Options"] == "nosniff" && front["X-Frame-Options"] == "DENY")
        let embedded = folder.answer(method: "GET", target: "/nb/embed/folk/")
        #expect(embedded["Content-Security-Policy"] == "default-src 'none'; frame-ancestors *")
        #expect(embedded["X-Frame-Options"] == nil && embedded["X-Content-Type-Options"] == "nosniff")
    }

    @Test func theHeadOfAFileIsThatOfItsWhole() {
        #expect(folder.answer(method: "HEAD", target: "/") == folder.answer(method: "GET", target: "/"))
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get"])
    func nothingCanBeSent(method: String) {
        let answer = folder.answer(method: method, target: "/")
        #expect(answer.status == .methodNotAllowed && answer["Allow"] == "GET, HEAD")
    }

    @Test func aSiteBelowAFolderOfItsServerIsShownThere() throws {
        let (scratch, folder) = try Self.site(on: "/profiler/")
        try withExtendedLifetime(scratch) {
            #expect(folder.answer(method: "GET", target: "/")["Location"] == "/profiler/")
            let front = folder.answer(method: "GET", target: "/profiler/")
            #expect(text(front) == "front" && front["X-Frame-Options"] == "DENY")
            #expect(folder.answer(method: "GET", target: "/nb/om/").status == .notFound)
            try #require(folder.answer(method: "GET", target: "/profiler/nb/om/").status == .ok)
        }
    }

    @Test func aSiteThatIsNotThereYetIsAskedForAgain() throws {
        let empty = ServedFolder(path: scratch.folder.file("later"))
        let answer = empty.answer(method: "GET", target: "/")
        #expect(answer.status == .serviceUnavailable && answer["Retry-After"] == "1")
    }
}
