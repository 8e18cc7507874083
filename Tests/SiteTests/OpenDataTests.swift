import Foundation
import LocatedInput
import TestSupport
import Testing

@testable import Site

/// What leads to the open edition's figures, of the repository's own definitions.
struct OpenDataTests {
    private static func definitions() throws -> EditionDefinitions {
        let root = InputFolder(SharedData.packageRoot.path)
        var diagnostics = Diagnostics()
        let folders = SiteFolders(
            geography: root.folder("geography").path, indicators: root.folder("indicators").path,
            templates: root.folder("templates").path)
        return try #require(SiteDefinitions(folders, epoch: nil, &diagnostics)?.open, "\(diagnostics.sorted)")
    }

    @Test func aSpreadsheetKeepsTheZeroOfACodeAndReadsItsNumbers() throws {
        let definitions = try Self.definitions()
        let (publisher, table) = try RealFigures.made.get()
        let data = try EditionData(definitions, table)
        let figures = FiguresTable(
            edition: definitions.edition, table: table, library: publisher.library, areas: AreaCatalogue(publisher))
        let csv = SpreadsheetTable(figures: figures, words: data.words[.nb]).csv()
        #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = String(decoding: csv.dropFirst(3), as: UTF8.self).split(separator: "\n")
        // Statistics Norway, table 10826: 5.1 per cent of Madla were 80 or older on 1 January 2024.
        let start = "2026;stavanger-bydel;110308 "
        #expect(
            lines.contains {
                $0.hasPrefix(start) && $0.contains(";bef-andel-80p;")
                    && $0.contains(";2024;2024;Begge kjønn;80 år og over;") && $0.contains(";prosent;5,1;")
            })
        #expect(lines.contains { $0.hasPrefix("2026;oslo-bydel;030101 Gamle Oslo;bydel;bef-folkemengde;") })
        #expect(!lines.contains { $0.contains(";=") })
    }

    @Test func aDistrictIsFoundByTheNumbersItHasAndHad() throws {
        let paths =
            ["nb", "nn", "en"].flatMap { language in
                ["\(language)/bergen-bydel/460101-arna/index.html", "\(language)/inndeling/bergen-bydel/index.html"]
            } + ["data/2026/figures.csv"]
        let list = RedirectList(try Self.definitions(), paths: paths)
        let targets = Dictionary(uniqueKeysWithValues: list.redirects.map { ($0.from, $0.to) })
        #expect(targets["nn/bergen-bydel/460101/"] == "nn/bergen-bydel/460101-arna/")
        // Arna's number before Hordaland became Vestland in 2020.
        #expect(targets["en/bergen-bydel/120101/"] == "en/bergen-bydel/460101-arna/")
        #expect(targets["data/latest/figures.csv"] == "data/2026/figures.csv")
        #expect(list.redirects.filter { !$0.isPermanent }.map(\.from) == ["data/latest/figures.csv"])
        let pages = Set(paths)
        for redirect in list.redirects {
            #expect(pages.contains(redirect.to) || pages.contains(redirect.to + "index.html"), "\(redirect.from)")
        }
    }
}
