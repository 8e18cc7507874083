import Disclosure
import Foundation
import Indicators
import Profiles
import Testing

@testable import Site

/// What the statistics bank reads, held against `figures.csv`, figure by figure.
struct BankFiguresTests {
    private struct Cube: Decodable {
        struct Area: Decodable {
            let split: String
            let code: String
            let level: String
        }

        let areas: [Area]
        let periods: [[Int]]
        let sexes: [String]
        let ages: [String]
        let value: [String?]
        let lower: [String?]
        let upper: [String?]
        let reason: [String: String]
        let flags: [String: [String]]
        let verdict: [String: String]

        /// The cells by what they are about, as `figures.csv` names it.
        var cells: [String: Int] {
            var cells: [String: Int] = [:]
            var index = 0
            for area in areas {
                for period in periods {
                    for sex in sexes {
                        for age in ages {
                            cells["\(area.split),\(area.code),\(period[0]),\(period[1]),\(sex),\(age)"] = index
                            index += 1
                        }
                    }
                }
            }
            return cells
        }
    }

    @Test(arguments: ["bef-folkemengde", "bef-andel-80p", "bef-vekst-1", "hel-vaksine-mmr-9"])
    func theCubeHasEveryFigureOfTheTableAndNoOtherNumber(name: String) throws {
        let (publisher, table) = try RealFigures.made.get()
        let edition = Edition(id: "2026", date: publisher.today, geographyDate: publisher.today)
        let areas = AreaCatalogue(publisher)
        let indicator = try #require(publisher.library[IndicatorID(name)])
        let document = BankFigures(edition: edition, table: table, areas: areas).document(of: indicator)
        let cube = try JSONDecoder().decode(Cube.self, from: Data(document.utf8))
        let cells = cube.cells
        #expect(cube.value.count == cells.count)

        let csv = FiguresTable(edition: edition, table: table, library: publisher.library, areas: areas).csv()
        let lines = String(decoding: csv, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        var shown = 0
        for line in lines.dropFirst() {
            let row = Dictionary(uniqueKeysWithValues: zip(header, line))
            guard row["indicator"] == name else { continue }
            let key = ["split", "area", "period_start", "period_end", "sex", "age"].map { row[$0] ?? "" }
            let index = try #require(cells[key.joined(separator: ",")], "\(key)")
            #expect((cube.value[index] ?? "") == row["value"], "\(key)")
            #expect((index < cube.lower.count ? cube.lower[index] ?? "" : "") == row["lower"], "\(key)")
            #expect((index < cube.upper.count ? cube.upper[index] ?? "" : "") == row["upper"], "\(key)")
            #expect((cube.reason[String(index)] == nil) == (row["status"] == "shown"), "\(key)")
            #expect((cube.flags[String(index)] ?? []).joined(separator: " ") == row["flags"], "\(key)")
            let tested = ["higher", "lower", "not-different"].contains(row["comparison"] ?? "")
            #expect(tested == (cube.verdict[String(index)].map { $0 != "not-tested" } ?? false), "\(key)")
            if row["status"] == "shown" { shown += 1 }
        }
        #expect(shown > 0 && cube.value.count(where: { $0 != nil }) == shown)
    }
}
