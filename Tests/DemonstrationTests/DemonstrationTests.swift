import Checksum
import Demonstration
import Foundation
import LocatedInput
import TestSupport
import Testing

/// What is written for an invented country.
struct DemonstrationTests {
    private let country: InventedCountry

    init() throws { country = try InventedCountry() }

    private func write(seed: UInt64 = 1, scale: DemonstrationScale = .cities) throws -> [String: Data] {
        let (demonstration, found) = country.demonstration(seed: seed, scale: scale)
        #expect(found.isEmpty)
        _ = try #require(demonstration).write(to: country.out)
        return try country.files(in: country.out)
    }

    @Test func theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws {
        let first = try write(seed: 7)
        #expect(try write(seed: 7) == first)
        let other = try write(seed: 8)
        #expect(other.keys.sorted() == first.keys.sorted())
        for name in first.keys where name.hasPrefix("people/") || name.hasPrefix("deaths/") {
            #expect(other[name] != first[name], "\(name)")
        }
    }

    @Test func aDeliverySaysThatItIsSyntheticAndHasTheChecksumsOfItsFiles() throws {
        let files = try write()
        #expect(
            files.keys.sorted() == [
                "deaths/deaths-2022-2024.csv", "deaths/deaths-2025-2025-forelopig.csv", "deaths/delivery.yaml",
                "forms/delivery.yaml", "forms/forms-2022-2025.csv", "people/delivery.yaml",
                "people/people-2022-2026.csv", "school/delivery.yaml", "school/school-2022-2025.csv",
            ])
        func checksum(_ name: String) throws -> String { Checksum.sha256(try #require(files[name])) }
        #expect(
            String(decoding: try #require(files["deaths/delivery.yaml"]), as: UTF8.self) == """
                register: deaths
                received: 2026-09-01
                geography_date: 2026-01-01
                years: [2022, 2025]
                synthetic: true
                breaks: [2024]
                files:
                  - { file: deaths-2022-2024.csv, sha256: \(try checksum("deaths/deaths-2022-2024.csv")), status: final }
                  - { file: deaths-2025-2025-forelopig.csv, sha256: \
                \(try checksum("deaths/deaths-2025-2025-forelopig.csv")), status: provisional }

                """)
    }

    @Test func unitsAddUpToThePublishedDistrictsAtEveryAge() throws {
        _ = try write()
        let districts = [
            "99010101": 1, "99010102": 1, "99010104": 1, "99010105": 1, "99010201": 2, "99010202": 2, "99010203": 2,
            "99010204": 3, "99010401": 3, "99010402": 3, "99010301": 4, "99010302": 4, "99019999": 5,
        ]
        var sums: [[Int]: Int] = [:]
        for record in try country.records("people/people-2022-2026.csv") where record[0] != "0" {
            let district = try #require(districts[record[0]], "\(record)")
            let numbers = try record.dropFirst().map { try #require(Int($0)) }
            sums[[district] + numbers.dropLast(), default: 0] += numbers[3]
        }
        for year in InventedCountry.years {
            for sex in 1...2 {
                for age in 0...InventedCountry.lastAge {
                    for district in 1...4 {
                        let published = InventedCountry.persons(district, year, sex, age)
                        #expect(sums[[district, year, sex, age], default: 0] == published)
                    }
                    let unallocated = InventedCountry.unallocated(age)
                    #expect(sums[[5, year, sex, age], default: 0] == unallocated)
                }
            }
        }
    }

    @Test func theCountryIsThePublishedTotalInAYearWithoutAges() throws {
        _ = try write()
        let last = try country.records("people/people-2022-2026.csv").filter { $0[0] == "0" && $0[1] == "2026" }
        #expect(last.compactMap { Int($0[4]) }.reduce(0, +) == 165_000)
        #expect(last.count > 150)
    }

    @Test func theRestOfTheCountryIsWrittenByUnitOrAsOneRow() throws {
        _ = try write()
        func sums(of name: String, year: String) throws -> (country: Int, units: Int, elsewhere: Int) {
            var (country, units, elsewhere) = (0, 0, 0)
            for record in try self.country.records(name) where record[1] == year {
                let count = try #require(Int(record[record.count - 1]))
                if record[0] == "0" { country += count } else { units += count }
                if record[0].hasPrefix("80") { elsewhere += count }
            }
            return (country, units, elsewhere)
        }
        let asRow = try sums(of: "people/people-2022-2026.csv", year: "2024")
        #expect(asRow.country > asRow.units && asRow.elsewhere == 0)
        _ = try write(scale: .wholeCountry)
        let byUnit = try sums(of: "people/people-2022-2026.csv", year: "2024")
        #expect(byUnit.country == 0 && byUnit.elsewhere > 0)
        #expect(byUnit.units == asRow.country)
    }

    @Test func aPartIsNeverMoreThanTheWholeItIsDrawnFrom() throws {
        _ = try write()
        var counts: [String: [String: Int]] = [:]
        for file in ["deaths-2022-2024.csv", "deaths-2025-2025-forelopig.csv"] {
            for record in try country.records("deaths/\(file)", encoding: .isoLatin1) {
                counts[record[0..<4].joined(separator: ";"), default: [:]][record[4]] = Int(record[5])
            }
        }
        #expect(counts.count > 100)
        for (cell, both) in counts { #expect(both["I", default: 0] <= both["A-Z", default: 0], "\(cell)") }
        #expect(counts.keys.contains { $0.hasPrefix("99019999;") })
    }

    @Test func aRegisterOfDistrictsWritesEveryCellWhereABlankIsNotZero() throws {
        _ = try write()
        let lines = try country.records("school/school-2022-2025.csv").map { $0.joined(separator: ";") }
        let codes = Set(lines.map { String($0.prefix { $0 != "," }) })
        #expect(codes == ["990101", "990102", "990103", "990104", "99019999", "0"])
        #expect(lines.count == codes.count * 4 * 2)
        #expect(lines.contains { $0.hasPrefix("990104,2023,safe,yes,0") })
    }

    @Test func aRegisterOfKommunerWritesKommunerAndTheCountryWithTheirWeight() throws {
        _ = try write()
        let records = try country.records("forms/forms-2022-2025.csv")
        #expect(records.count == 8)
        #expect(Set(records.map { $0[0] }) == ["9901", "0"])
        #expect(records.allSatisfy { $0[3] == "2,50" })
    }

    @Test func anotherRegisterDoesNotChangeWhatIsDrawn() throws {
        let before = try write()
        try country.write(
            InventedCountry.register("extra", delivery: InventedCountry.deaths("long-csv")), "registers/extra.yaml")
        let extra = InventedCountry.rates.replacing(
            "  school:",
            with:
                "  extra: { years: [2022, 2025], categories: { all: { of: population, level: 1 }, heart: { of: all, level: 9 } } }\n  school:"
        )
        try country.write(extra, "demonstration-rates.yaml")
        let after = try write()
        #expect(after.keys.contains("extra/delivery.yaml"))
        for (name, data) in before { #expect(after[name] == data, "\(name)") }
    }

    @Test func aFolderThatHoldsAnythingElseIsLeftAlone() throws {
        try country.deliver("mine", "thesis.txt")
        let demonstration = try #require(country.demonstration().0)
        #expect(throws: DemonstrationFault.notOurs(country.out.path)) { try demonstration.write(to: country.out) }
        #expect(country.out.names() == ["thesis.txt"])
    }

    @Test func realDeliveriesAreNotReplaced() throws {
        try country.deliver("register: deaths\nreceived: 2026-01-01\n", "deaths/delivery.yaml")
        let demonstration = try #require(country.demonstration().0)
        #expect(throws: DemonstrationFault.notOurs(country.out.path)) { try demonstration.check(country.out) }
    }
}
