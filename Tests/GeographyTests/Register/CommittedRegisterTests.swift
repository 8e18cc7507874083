import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

/// The facts that the country's tables must show, worked out from KLASS independently of the import.
struct CommittedRegisterTests {
    @Test(
        arguments: [
            ("2014-01-01", 14007, 428), ("2015-01-01", 14007, 428), ("2016-01-01", 14011, 428),
            ("2017-01-01", 14045, 426), ("2018-01-01", 14053, 422), ("2019-01-01", 14064, 422),
            ("2020-01-01", 14097, 356), ("2021-01-01", 14097, 356), ("2022-01-01", 14097, 356),
            ("2023-01-01", 14101, 356), ("2024-01-01", 14101, 357),
        ] as [(CalendarDate, Int, Int)])
    func theCountryHasTheUnitsAndKommunerThatKlassGives(date: CalendarDate, units: Int, kommuner: Int) throws {
        let register = try UnitRegister.committed()
        #expect(register.kommuner(on: date).count == kommuner)
        #expect(register.kommuner(on: date).map { register.units(of: $0.code, on: date).count }.reduce(0, +) == units)
        #expect(register.lists.contains(date))
    }

    @Test func austreAamoyKeepsItsCodeAndVestersjoComesFromHjelmeland() throws {
        let register = try UnitRegister.committed()
        let life = DateRange.coalesced(register.rows(of: "11031101").map(\.validity))
        #expect(life == [DateRange(from: "2014-01-01")])
        #expect(register.history(of: "11031101")?.before == [])
        let vestersjo = try #require(register.unit("11330103", on: "2019-12-31"))
        #expect(vestersjo.name == "Vestersjø" && register.kommune("1133", on: "2019-12-31")?.name == "Hjelmeland")
        let after = register.counterparts(of: "11330103", on: "2019-12-31", at: "2020-01-01")
        #expect(after.count == 1 && after.allSatisfy { $0.lies(in: "1103") })
    }

    @Test func theReformsOf2018And2020And2024AreFollowedThrough() throws {
        let register = try UnitRegister.committed()
        func now(_ unit: GrunnkretsCode, _ then: CalendarDate = "2017-01-01") -> [GrunnkretsCode] {
            register.counterparts(of: unit, on: then, at: "2024-01-01")
        }
        // Trondheim 2018; Klæbu 2018 and 2020; Tromsø 2020 and 2024; Haram into Ålesund in 2020 and out again in 2024.
        #expect(now("16011101") == ["50011101"])
        #expect(now("16620101").allSatisfy { $0.lies(in: "5001") } && now("16620101").count == 1)
        #expect(now("19020101").allSatisfy { $0.lies(in: "5501") } && now("19020101").count == 1)
        let haram = register.units(of: "1534", on: "2019-01-01")
        #expect(haram.count == 25)
        for unit in haram { #expect(now(unit.code).count == 1 && now(unit.code).allSatisfy { $0.lies(in: "1580") }) }
        for unit in register.units(of: "1504", on: "2019-01-01") { #expect(now(unit.code)[0].lies(in: "1508")) }
    }

    @Test func everyUnitOf2024CanBeTracedBackToTheFirstListButOne() throws {
        let register = try UnitRegister.committed()
        let lost = register.kommuner(on: "2024-01-01").flatMap { register.units(of: $0.code, on: "2024-01-01") }
            .filter { register.counterparts(of: $0.code, on: "2024-01-01", at: "2014-01-01").isEmpty }
        // Sandvika - Valler 22, which began in 2021 as 30241422; no list or table tells what it came of.
        #expect(lost.map(\.code) == ["32011422"])
    }

    @Test(
        arguments: [
            ("3201", ["0219", "3024", "3201"]), ("5501", ["1902", "5401", "5501"]), ("1508", ["1504", "1507", "1508"]),
            ("4204", ["1001", "4204"]), ("5001", ["1601", "5001"]), ("1103", ["1103"]), ("1580", ["1580"]),
            ("5612", ["2011", "5430", "5612"]),
        ] as [(KommuneCode, [KommuneCode])])
    func aKommuneIsKnownUnderItsEarlierCodes(code: KommuneCode, codes: [KommuneCode]) throws {
        #expect(try UnitRegister.committed().lineage(ofKommune: code).map(\.code) == codes)
    }

    /// As the loader of cities sees it, which keeps every rule.
    @Test(arguments: ["3201", "4204", "5501", "1508", "1103", "3205", "1818"] as [KommuneCode])
    func theTablesOfAKommuneMakeACity(code: KommuneCode) throws {
        let register = try UnitRegister.committed()
        let tables = register.tables(ofKommune: code, from: "2015-06-01")
        let scratch = try ScratchFolder()
        try scratch.write(tables.unitsText, to: "city/units.csv")
        try scratch.write(tables.changesText, to: "city/changes.csv")
        try scratch.write("district;row;column\n", to: "city/tiles.csv")
        let kommuner = register.lineage(ofKommune: code).map { kommune in
            let days = [("valid_from", kommune.validity.from), ("valid_to", kommune.validity.to)]
                .compactMap { key, day in day.map { ", \(key): \($0)" } }.joined()
            return "  - { code: \"\(kommune.code)\"\(days) }\n"
        }.joined()
        try scratch.write(
            """
            name: { nb: By }
            kommuner:
            \(kommuner)default_language: nb
            starts: { date: 2015-06-01, because: { nb: Prøve, nn: Prøve, en: Trial } }
            splits: []
            source: { nb: SSB, nn: SSB, en: SSB }
            licence: CC BY 4.0

            """, to: "city/city.yaml")
        let city = try #require(try Geography.sound(in: scratch.folder).city("city"))
        for day in ["2015-06-01", "2019-12-31", "2020-01-01", "2024-01-01"] as [CalendarDate] {
            let kommune = try #require(city.kommune(on: day))
            #expect(city.units(on: day).map(\.code) == register.units(of: kommune, on: day).map(\.code))
            for unit in city.units(on: day) {
                #expect(
                    city.counterparts(of: unit.code, on: day, at: "2015-06-01")
                        == register.counterparts(of: unit.code, on: day, at: "2015-06-01"))
            }
        }
    }

    @Test func citiesAndCountryAgreeOnUnitsNamesAndChanges() throws {
        let register = try UnitRegister.committed()
        let changes = Set(register.changes)
        for city in try Geography.sound(in: Fixtures.committedGeography).cities {
            for year in 2014...2024 {
                let date = CalendarDate.january1(year)
                let kommune = try #require(city.kommune(on: date))
                let own = city.units(on: date).map { [$0.code.digits, $0.name] }
                #expect(own == register.units(of: kommune, on: date).map { [$0.code.digits, $0.name] })
            }
            let later = city.changes.filter { register.lists.lowerBound < $0.date }
            #expect(Set(later).subtracting(changes).isEmpty && !later.isEmpty, "\(city.id)")
        }
    }
}
