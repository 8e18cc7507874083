import Foundation
import LocatedInput
import TestSupport
import Testing

@testable import Site

struct SiteDifferenceTests {
    private static let header = FiguresTable.header.joined(separator: ",")

    private static func row(_ indicator: String, _ area: String, _ value: String) -> String {
        "2026,fjordvik-bydel,\(area),district,\(indicator),2025,2025,0,0_120,proportion,percent,\(value),,,"
            + "not-different,not-different,,shown,"
    }

    private func site(
        _ rows: [String], demonstration: [String] = [], input: String = "a", in folder: ScratchFolder, _ name: String
    ) throws -> String {
        var tree = SiteTree()
        for (place, rows) in [("", rows), ("demo/", demonstration)] where !rows.isEmpty {
            tree.add("\(place)data/2026/figures.csv", text: ([Self.header] + rows).joined(separator: "\n") + "\n")
        }
        let manifest = Manifest.document(
            of: tree, edition: "2026", date: "2026-11-21",
            inputs: [.init(path: "indicators/a.yaml", size: 1, sha256: input)])
        tree.add(Manifest.path, text: manifest)
        let path = folder.folder.file(name)
        try SitePublisher(to: path).publish(tree)
        return path
    }

    private func difference(_ old: String, _ new: String) throws -> SiteDifference {
        var diagnostics = Diagnostics()
        let difference = SiteDifference(from: old, to: new, &diagnostics)
        #expect(diagnostics.isEmpty)
        return try #require(difference)
    }

    @Test func equalSitesDoNotDiffer() throws {
        let folder = try ScratchFolder()
        let old = try site([Self.row("a", "990101", "1.0")], in: folder, "old")
        let new = try site([Self.row("a", "990101", "1.0")], in: folder, "new")
        let found = try difference(old, new)
        #expect(found.figures.isEmpty && found.inputs.isEmpty)
    }

    @Test func everyFigureThatMovedCameOrWentIsListedByIndicatorAndPlace() throws {
        let folder = try ScratchFolder()
        let old = try site(
            [Self.row("b", "990101", "1.0"), Self.row("a", "990102", "2.0"), Self.row("a", "990101", "3.0")],
            demonstration: [Self.row("a", "990101", "4.0")], in: folder, "old")
        let new = try site(
            [Self.row("a", "990102", "2.5"), Self.row("a", "990101", "3.0"), Self.row("c", "990101", "1.0")],
            demonstration: [Self.row("a", "990101", "5.0")], input: "b", in: folder, "new")
        let found = try difference(old, new)
        let lines = found.figures.map { figure in
            "\(figure.folder) \(figure.kind.rawValue) \(figure.key[3].value) \(figure.key[1].value) "
                + figure.changes.map { "\($0.column) \($0.old) \($0.new)" }.joined(separator: ",")
        }
        #expect(
            lines == [
                " changed a 990102 value 2.0 2.5", " removed b 990101 ", " added c 990101 ",
                "demo changed a 990101 value 4.0 5.0",
            ])
        #expect(found.inputs.map(\.path) == ["indicators/a.yaml"])
        #expect(found.inputs.map(\.kind) == [.changed])
    }

    @Test func aFolderThatIsNoSiteIsNamed() throws {
        let folder = try ScratchFolder()
        var diagnostics = Diagnostics()
        let site = try site([Self.row("a", "990101", "1.0")], in: folder, "site")
        #expect(SiteDifference(from: folder.folder.file("nothing"), to: site, &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name) == ["MissingFile"])
    }
}
