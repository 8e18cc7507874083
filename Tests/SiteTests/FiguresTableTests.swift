import Disclosure
import Foundation
import Indicators
import Profiles
import Testing

@testable import Site

/// `figures.csv` of the open edition, read back as a user would read it.
struct FiguresTableTests {
    private static func rows() throws -> [[String: String]] {
        let (publisher, table) = try RealFigures.made.get()
        let csv = FiguresTable(
            edition: Edition(id: "2026", date: publisher.today, geographyDate: publisher.today), table: table,
            library: publisher.library, areas: AreaCatalogue(publisher)
        ).csv()
        let lines = String(decoding: csv, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// Population from SSB's table 10826, and for 2025 from the same table as stored in 2026; vaccination from the
    /// export of Kommunehelsa, which stopped giving MMR as one vaccine after 2008–2012.
    @Test(arguments: [
        ("030101", "bef-folkemengde", "2015", "0_120", "49854", "shown"),
        ("030101", "bef-folkemengde", "2025", "0_120", "64554", "shown"),
        ("460107", "bef-folkemengde", "2015", "0_120", "40364", "shown"),
        ("460107", "bef-folkemengde", "2025", "0_120", "44208", "shown"),
        ("110308", "bef-andel-80p", "2024", "80_120", "5.1", "shown"),
        ("500104", "hel-vaksine-mmr-2", "2013", "2_2", "", "missing"),
        ("500104", "hel-vaksine-meslinger-2", "2013", "2_2", "97.7", "shown"),
    ])
    func figuresAreThoseOfTheSources(
        area: String, indicator: String, start: String, age: String, value: String, status: String
    ) throws {
        let row = try Self.rows().first {
            $0["area"] == area && $0["indicator"] == indicator && $0["period_start"] == start && $0["sex"] == "0"
                && $0["age"] == age
        }
        #expect(row?["value"] == value)
        #expect(row?["status"] == status)
    }

    @Test func valueStandsWhereAndOnlyWhereStatusIsShown() throws {
        for row in try Self.rows() { #expect((row["status"] == "shown") == (row["value"] != "")) }
    }

    /// Wherever the unallocated are known; where they are not, the city says that it is its districts only.
    @Test func districtsAndUnallocatedAreTheCityInEveryYearAndAgeGroup() throws {
        var sums: [String: Int] = [:]
        var cities: [String: (persons: Int, flags: String)] = [:]
        var hasUnallocated: Set<String> = []
        for row in try Self.rows() where row["indicator"] == "bef-folkemengde" && row["status"] == "shown" {
            let area = try #require(row["area"])
            let persons = try #require(row["value"].flatMap { Int($0) })
            let cell = ["period_start", "sex", "age"].compactMap { row[$0] }.joined(separator: " ")
            let key = "\(area.prefix(4)) \(cell)"
            switch row["level"] {
            case "kommune": cities[key] = (persons, row["flags"] ?? "")
            case "district": sums[key, default: 0] += persons
            case "unallocated":
                sums[key, default: 0] += persons
                hasUnallocated.insert(key)
            default: continue
            }
        }
        #expect(hasUnallocated.count > 1_000)
        for (key, city) in cities {
            #expect(sums[key] == city.persons, "\(key)")
            #expect(city.flags.contains("districts-only") != hasUnallocated.contains(key), "\(key)")
        }
    }
}
