import Demonstration
import Foundation
import Geography
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) import Registers

/// What is written when a city is divided once more, or a city is added that nobody has published figures of.
struct NewCityTests {
    private let country: InventedCountry

    init() throws { country = try InventedCountry() }

    private func write(_ geography: InputFolder, scale: DemonstrationScale = .cities) throws -> [String: Data] {
        let (demonstration, found) = country.demonstration(scale: scale, geography: geography)
        #expect(found.map(\.description) == [])
        _ = try #require(demonstration).write(to: country.out)
        return try country.files(in: country.out)
    }

    private func lines(_ data: Data?) throws -> [String] {
        String(decoding: try #require(data), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(arguments: ["[bydel, soner]", "[soner, bydel]"])
    func aSecondSplitChangesNothingThatIsDelivered(order: String) throws {
        let before = try write(Fixtures.geography)
        let scratch = try Fixtures.geographyWithZones()
        let city = try scratch.text(of: "fjordvik/city.yaml")
        try scratch.write(city.replacing("[bydel, soner]", with: order), to: "fjordvik/city.yaml")
        #expect(try write(scratch.folder) == before)
    }

    @Test func aCityWithoutPublishedFiguresAddsItsOwnLinesAndChangesNoOther() throws {
        let before = try write(Fixtures.geography)
        let scratch = try Fixtures.geographyWithACityOfZones()
        let after = try write(scratch.folder)
        #expect(after.keys.sorted() == before.keys.sorted())
        for name in before.keys where name.hasSuffix(".csv") {
            let found = try lines(after[name])
            #expect(found.filter { !$0.hasPrefix("9903") } == (try lines(before[name])), "\(name)")
            #expect(found.contains { $0.hasPrefix("9903") }, "\(name)")
        }
    }

    @Test func itsUnitsHoldAsManyAsThoseOfTheRestOfTheCountry() throws {
        let scratch = try Fixtures.geographyWithACityOfZones()
        _ = try write(scratch.folder)
        var persons: [String: Int] = [:]
        for record in try country.records("people/people-2022-2026.csv") where record[1] == "2026" {
            let place = record[0] == "0" ? "0" : String(record[0].prefix(4))
            persons[place, default: 0] += try #require(Int(record[4]))
        }
        // Eight units of the sixty that the rest of the country is made of.
        let rest = try #require(persons["0"]) - (try #require(persons["9901"]))
        let expected = Double(rest) * 8 / 60
        #expect(abs(Double(try #require(persons["9903"])) - expected) < 0.02 * expected)
    }

    @Test func aRegisterOfBydelerHasOneLineForAllOfACityThatHasNone() throws {
        let scratch = try Fixtures.geographyWithACityOfZones()
        _ = try write(scratch.folder)
        let codes = Set(try country.records("school/school-2022-2025.csv").map { $0[0].prefix { $0 != "," } })
        #expect(codes == ["990101", "990102", "990103", "990104", "99019999", "99039999", "0"])
        let forms = Set(try country.records("forms/forms-2022-2025.csv").map { $0[0] })
        #expect(forms == ["9901", "9903", "0"])
    }

    @Test func theCountryHoldsEveryCity() throws {
        let scratch = try Fixtures.geographyWithACityOfZones()
        _ = try write(scratch.folder)
        var (cities, whole): ([String: Int], [String: Int]) = ([:], [:])
        for record in try country.records("deaths/deaths-2022-2024.csv", encoding: .isoLatin1) {
            let cell = record[1..<5].joined(separator: ";")
            let count = try #require(Int(record[5]))
            if record[0] == "0" { whole[cell, default: 0] += count } else { cities[cell, default: 0] += count }
        }
        #expect(cities.count > 20)
        for (cell, count) in cities { #expect(whole[cell, default: 0] >= count, "\(cell)") }
    }

    @Test(arguments: DemonstrationScale.allCases)
    func everythingIsReadAgainWithoutAFinding(scale: DemonstrationScale) throws {
        let scratch = try Fixtures.geographyWithACityOfZones()
        _ = try write(scratch.folder, scale: scale)
        var diagnostics = Diagnostics()
        let geography = try #require(Geography.load(from: scratch.folder, &diagnostics))
        let registers = RegisterDefinition.loadAll(from: country.indicators.folder("registers"), &diagnostics)
        let figures = DeliveredFigures.load(
            from: country.out, registers: registers, geography: geography, today: .january1(2026), &diagnostics)
        #expect(diagnostics.isEmpty, "\(diagnostics.sorted)")
        let read = try #require(figures)
        let people = try #require(read.population(RegisterID("people")))
        let split = SplitID(city: "elvik", split: "soner")
        let zones = try (1...3).map { number in
            let code = try #require(DistrictCode("990300000\(number)"))
            return try #require(people.persons(.district(split, code), 2024))
        }
        let kommune = try #require(KommuneCode("9903"))
        let city = try #require(people.persons(.kommune(kommune), 2024))
        let unallocated = try #require(people.persons(.unallocated(split, kommune), 2024))
        #expect(zones.reduce(unallocated, +) == city && unallocated > 0)
    }
}
