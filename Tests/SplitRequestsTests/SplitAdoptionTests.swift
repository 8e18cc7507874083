import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import Testing
import TestSupport

@testable import SplitRequests

/// A split that is adopted is one that the program reads back.
@Suite struct SplitAdoptionTests {
    private let ground: ShippedGround

    init() throws { ground = try ShippedGround.load() }

    private func wish(_ city: String) -> AdoptionWish {
        AdoptionWish(
            city: city, split: "soner", title: Translated(nb: "Soner", nn: "Soner", en: "Zones"),
            purpose: Translated(nb: "Plan: «del»", nn: "Plan", en: "Plan"), requestedBy: "Kommunen", status: .inUse,
            standard: nil, language: .nb)
    }

    private func staged(_ table: String, _ kommune: KommuneCode, on date: String = "2024-01-01") throws -> StagedCity {
        let report = try ground.report(table, kommune, on: date)
        #expect(report.verdict == .approved)
        var diagnostics = Diagnostics()
        let adoption = SplitAdoption(
            try #require(report.split), wish("ny"), into: Fixtures.committedGeography, register: ground.register,
            city: ground.geography.city(kommune: kommune))
        let files = try #require(adoption.files(&diagnostics))
        let staged = StagedCity(files, of: adoption.id, &diagnostics)
        #expect(diagnostics.sorted.filter { $0.severity == .error } == [])
        return try #require(staged)
    }

    @Test func aNewMunicipalityGetsItsUnitsAndTheirHistory() throws {
        let staged = try staged(try ground.table("5501") { $0 < "55011000" ? "5501000001" : "5501000002" }, "5501")
        #expect(staged.city.name.nb.hasPrefix("Tromsø"))
        // Tromsø was 1902 until 2020 and 5401 until 2024.
        #expect(staged.city.kommuner.map(\.code.digits) == ["1902", "5401", "5501"])
        let now = CalendarDate.january1(2024)
        for district in staged.split.districts(on: now) {
            #expect(
                staged.split.comparability(of: district.code, today: now, earlier: .january1(2016))
                    == .same(district.code))
        }
    }

    @Test func aCityGetsOneMoreSplitBesideItsOwn() throws {
        let staged = try staged(
            try ground.table("4601") { unit in ground.bydel(unit, of: "4601").map { "\($0)0001" } }, "4601")
        #expect(staged.city.splits.map(\.id.split) == ["bydel", "soner"])
        let balance = staged.city.balance(of: staged.split, on: .january1(2024))
        #expect(balance.isBalanced)
        #expect(balance.unplaced.isEmpty)
    }

    @Test func aSplitInCodesOfAnotherYearHasAUnitThatIsGone() throws {
        let old = try ground.table("0301", on: "2016-01-01") { unit in
            ground.geography.city("oslo")?.splits.first?.district(of: unit, on: .january1(2016))?.digits
        }
        let staged = try staged(old, "0301")
        #expect(staged.split.district(of: "03010203", on: .january1(2016)) == "030104")
        #expect(staged.city.balance(of: staged.split, on: .january1(2024)).isBalanced)
    }

    /// Old units whose ground lies in two of the districts have no place, and the series of both is cut there.
    @Test func figuresFromBeforeAUnitWasCutAreNotSharedOut() throws {
        // Oslo split 03010203 in 2017; here its parts lie in two districts.
        let home = try #require(ground.bydel("03010212", of: "0301"))
        let table = try ground.table("0301") { unit in
            unit == "03010212" ? "99" : ground.bydel(unit, of: "0301").map { "9\($0)" }
        }
        let staged = try staged(table, "0301")
        #expect(staged.split.district(of: "03010203", on: .january1(2016)) == nil)
        let now = CalendarDate.january1(2024)
        if case .same = try staged.split.comparability(
            of: #require(DistrictCode("9\(home)")), today: now, earlier: .january1(2016))
        {
            Issue.record("figures from before 2017 would be shared out by guessing")
        }
        let report = try ground.report(table, "0301")
        #expect(report.subjects(.comparableFrom).contains("9\(home)"))
    }

    @Test func aJumpIsOneOfPeopleAndNotOfCodes() throws {
        let table = try ground.table("0301") { ground.bydel($0, of: "0301")?.digits }
        func people(codesOf: (Int) -> Int, growing: Int) -> People {
            var people = People()
            for year in 2014...2024 {
                let count = year >= growing ? 120 : 100
                for unit in ground.register.units(of: "0301", on: .january1(2016)).map(\.code) {
                    let codes = ground.register.counterparts(
                        of: unit, on: .january1(2016), at: .january1(codesOf(year)))
                    for (index, code) in codes.enumerated() {
                        people.add(
                            count * 12 / codes.count + (index == 0 ? count * 12 % codes.count : 0), of: nil, in: code,
                            year: year)
                    }
                }
            }
            return people
        }
        for codes in [{ (year: Int) in max(year, 2016) }, { _ in 2024 }] {
            #expect(
                try ground.report(table, "0301", people: people(codesOf: codes, growing: 3000)).subjects(.jump) == [])
            let grown = try ground.report(table, "0301", people: people(codesOf: codes, growing: 2020)).subjects(.jump)
            #expect(grown.count == 17 && grown.allSatisfy { $0.hasSuffix(":2020") })
        }
    }

    @Test func nothingIsWrittenOverAndNothingHalf() throws {
        let folder = try ScratchFolder()
        let copy = folder.folder.file("geography")
        try FileManager.default.copyItem(atPath: Fixtures.committedGeography.path, toPath: copy)
        let report = try ground.report(try ground.table("5501") { $0 < "55011000" ? "01" : "02" }, "5501")
        let adoption = SplitAdoption(
            try #require(report.split), wish("tromso"), into: InputFolder(copy), register: ground.register, city: nil)
        var diagnostics = Diagnostics()
        let files = try #require(adoption.files(&diagnostics))
        try files.write()
        let geography = try #require(Geography.load(from: InputFolder(copy), &diagnostics))
        #expect(geography.split(SplitID(city: "tromso", split: "soner"))?.districts.count == 2)
        #expect(adoption.files(&diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name).contains("CityIsThere"))
    }
}
