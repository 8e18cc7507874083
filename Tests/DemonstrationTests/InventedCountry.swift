import Checksum
import Demonstration
import Foundation
import LocatedInput
import TestSupport

/// An invented country with one city, Fjordvik, and all that a demonstration is drawn from.
final class InventedCountry {
    static let years = 2022...2026
    static let lastAge = 105

    private let scratch: ScratchFolder

    /// The folder that deliveries are written to; it is not there yet.
    var out: InputFolder { scratch.folder.folder("out") }
    /// The folder of definitions.
    var indicators: InputFolder { scratch.folder.folder("indicators") }

    init() throws {
        scratch = try ScratchFolder()
        try writeFigures()
        try write(
            Self.register("people", publication: "published-by-owner", delivery: Self.people), "registers/people.yaml")
        try write(Self.register("deaths", delivery: Self.deaths("long-csv")), "registers/deaths.yaml")
        try write(
            Self.register("school", level: "bydel", delivery: Self.school), "registers/school.yaml")
        try write(
            Self.register("forms", level: "kommune", delivery: Self.forms), "registers/forms.yaml")
        try write(Self.rates, "demonstration-rates.yaml")
    }

    /// Writes a file under the folder of definitions.
    func write(_ text: String, _ name: String) throws { try scratch.write(text, to: "indicators/\(name)") }

    /// Writes a file under the folder of deliveries.
    func deliver(_ text: String, _ name: String) throws { try scratch.write(text, to: "out/\(name)") }

    /// The demonstration and what was found.
    func demonstration(
        seed: UInt64 = 1, scale: DemonstrationScale = .cities, geography: InputFolder = Fixtures.geography
    ) -> (Demonstration?, [Diagnostic]) {
        var diagnostics = Diagnostics()
        let folders = Demonstration.Folders(geography: geography, indicators: indicators)
        let demonstration = Demonstration(folders, seed: seed, scale: scale, &diagnostics)
        return (demonstration, diagnostics.sorted)
    }

    /// Every file of a folder of deliveries, by its path.
    func files(in folder: InputFolder) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in folder.folders() {
            for file in folder.folder(name).names() {
                files["\(name)/\(file)"] = try Data(
                    contentsOf: URL(fileURLWithPath: folder.folder(name).file(file)))
            }
        }
        return files
    }

    /// The records of a file of deliveries, without the header.
    func records(_ name: String, encoding: String.Encoding = .utf8) throws -> [[String]] {
        let text = try String(contentsOf: URL(fileURLWithPath: out.file(name)), encoding: encoding)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The published persons of a district.
    static func persons(_ district: Int, _ year: Int, _ sex: Int, _ age: Int) -> Int {
        age > 95 ? 0 : (age * 7 + district * 3 + year + sex) % 11 * (district == 4 ? 0 : 3)
    }

    /// The published persons of no known district.
    static func unallocated(_ age: Int) -> Int { age < 40 ? 1 : 0 }

    private func writeFigures() throws {
        let ages = 0...Self.lastAge
        var lines = ["area;year;sex;" + ages.map(String.init).joined(separator: ";")]
        func add(_ area: String, _ year: Int, _ sex: Int, _ persons: (Int) -> Int) {
            lines.append("\(area);\(year);\(sex);" + ages.map { String(persons($0)) }.joined(separator: ";"))
        }
        for year in Self.years {
            for sex in 1...2 {
                for district in 1...4 {
                    add("99010\(district)", year, sex) { Self.persons(district, year, sex, $0) }
                }
                let city = { (age: Int) in
                    (1...4).reduce(Self.unallocated(age)) { $0 + Self.persons($1, year, sex, age) }
                }
                add("9901", year, sex, city)
                if year < Self.years.upperBound { add("0", year, sex) { city($0) + 1000 - 5 * $0 } }
            }
        }
        let persons = lines.joined(separator: "\n") + "\n"
        let totals = "area;year;persons;ages\n0;\(Self.years.upperBound);165000;none\n"
        try write(persons, "open-figures/people/persons.csv")
        try write(totals, "open-figures/people/totals.csv")
        let source = "register: people\ntables:\n" + Self.table("persons", persons) + Self.table("totals", totals)
        try write(source, "open-figures/people/source.yaml")
    }

    private static func table(_ kind: String, _ text: String) -> String {
        let keys = ["owner", "table", "taken", "origin", "licence", "holds", "left_out"]
        return "  - file: \(kind).csv\n    kind: \(kind)\n    sha256: \(Checksum.sha256(Data(text.utf8)))\n"
            + keys.map { "    \($0): invented\n" }.joined()
    }

    static func register(
        _ id: String, level: String = "grunnkrets", publication: String = "confidential-delivery", delivery: String
    ) -> String {
        let words = "{ nb: Noe, nn: Noko, en: Something }"
        return """
            id: \(id)
            owner: \(words)
            name: \(words)
            counts: \(words)
            lowest_geography: \(level)
            first_year: 2022
            licence: { nb: ingen, nn: ingen, en: none }
            tables: ["1"]
            publication: \(publication)
            delivery:
            \(delivery)
            """
    }

    static let people = """
          format: long-csv
          columns: { area: unit, year: year, sex: sex, age: age, count: persons }
          sexes: { "1": men, "2": women }
          ages: single-years
        """

    /// Deaths in any format.
    static func deaths(_ format: String) -> String {
        """
          format: \(format)
          encoding: iso-8859-1
          columns: { area: krets, year: år, sex: kjønn, age: alder, category: årsak\(format == "long-csv" ? ", count: døde" : "") }
          sexes: { "1": men, "2": women }
          ages: { "0-44": 0_44, "45-79": 45_79, "80+": 80_120 }
          categories: { "A-Z": all, "I": heart }
        """
    }

    static let school = """
          format: long-csv
          separator: comma
          columns: { area: district, year: year, category: [question, answer], count: pupils }
          ages: 13_15
          categories: { "safe/n": asked, "safe/yes": safe }
          absent: missing
        """

    static let forms = """
          format: long-csv
          columns: { area: kommune, year: year, count: forms, weight: weight }
          ages: 16_66
          categories: { "all": all }
        """

    static let rates = """
        received: 2026-09-01
        geography_date: 2026-01-01
        deprivation: { districts: 0.8, units: 0.5 }
        population: { register: people, years: [2022, 2026], spread: 0.6, empty: 0.05 }
        elsewhere: { first_kommune: 8001, kommuner: 5, units: 12 }
        registers:
          deaths:
            years: [2022, 2025]
            provisional: 1
            breaks: [2024]
            unknown: 0.2
            categories:
              all: { of: population, level: { 0_44: 5, 45_79: [20, 10], 80_120: 60 }, deprivation: 0.3, spread: 0.1, trend: -0.02, drift: 0.01, break: 0.1 }
              heart: { of: all, level: 40 }
          school:
            years: [2022, 2025]
            categories:
              asked: { of: population, level: { 13_15: 80 } }
              safe: { of: asked, level: [90, 80] }
          forms:
            years: [2022, 2025]
            weight: 2.5
            categories:
              all: { of: population, level: { 16_66: 30 } }

        """
}
