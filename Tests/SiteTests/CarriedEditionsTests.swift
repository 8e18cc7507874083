import Foundation
import Geography
import LocatedInput
import Rendering
import TestSupport
import Testing

@testable import Site

struct CarriedEditionsTests {
    private static let header = FiguresTable.header.joined(separator: ",")
    private static let releases = ["2027", "2026"].map {
        Release(edition: $0, date: .january1(2026), kind: .edition, changes: [])
    }

    private static func table(_ values: [String: String]) -> String {
        values.sorted { $0.key < $1.key }.reduce(header + "\n") { text, row in
            text + "2026,,0,country,\(row.key),2025,2025,0,0_120,proportion,percent,\(row.value),,,,,,shown,\n"
        }
    }

    /// A site of 2026 that holds one table and a file that no other edition takes over.
    private static func site(_ values: [String: String]) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        var tree = SiteTree()
        tree.add("data/2026/figures.csv", text: table(values))
        tree.add("data/catalog.jsonld", text: "{}")
        tree.add("demo/data/demo-2026/figures.csv", text: header)
        tree.add(Manifest.path, text: Manifest.document(of: tree, edition: "2026", date: "2026-01-01", inputs: []))
        try SitePublisher(to: scratch.folder.file("site")).publish(tree)
        return scratch
    }

    private static func carried(
        _ scratch: ScratchFolder, current: String = "2027", releases: [Release] = releases
    ) -> (CarriedEditions?, [String]) {
        var diagnostics = Diagnostics()
        let carried = CarriedEditions(
            scratch.folder.folder("site"), current: current, releases: releases, &diagnostics)
        return (carried, diagnostics.sorted.map(\.name))
    }

    @Test func filesOfEarlierEditionsAreCarriedOnAsTheyWere() throws {
        let carried = try #require(Self.carried(try Self.site(["a": "1", "b": "2"])).0)
        #expect(carried.ids == ["2026"])
        #expect(carried.files.map(\.path) == ["data/2026/figures.csv"])
        #expect(carried.files.first?.data == Data(Self.table(["a": "1", "b": "2"]).utf8))
    }

    @Test func whatMovedSinceIsCountedByIndicator() throws {
        let carried = try #require(Self.carried(try Self.site(["a": "1", "b": "2", "c": "3"])).0)
        var diagnostics = Diagnostics()
        let told = carried.told(beside: Data(Self.table(["a": "1", "b": "4", "d": "5"]).utf8), &diagnostics)
        #expect(told.changes.map(\.indicator.id) == ["b", "c", "d"])
        #expect(told.changes.map { [$0.added, $0.changed, $0.removed] } == [[0, 1, 0], [0, 0, 1], [1, 0, 0]])
        #expect(diagnostics.isEmpty)
    }

    @Test func theEditionThatIsPublishedAgainIsNotItsOwnPredecessor() throws {
        let (carried, findings) = Self.carried(try Self.site(["a": "1"]), current: "2026")
        #expect(carried?.files.isEmpty == true && findings == [])
    }

    @Test func aChangedFileOrAnUnknownEditionIsRefused() throws {
        let scratch = try Self.site(["a": "1"])
        #expect(Self.carried(scratch, releases: Array(Self.releases.prefix(1))).1 == ["UnknownEdition"])
        try scratch.write(Self.table(["a": "9"]), to: "site/data/2026/figures.csv")
        let (carried, findings) = Self.carried(scratch)
        #expect(carried == nil && findings == ["EarlierFileChanged"])
    }
}
