import Foundation
import Geography
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) @testable import Registers

/// From the owner's places and years to the places of today.
struct DeliveredFiguresTests {
    private func read(
        _ lines: String..., layout: String = DeliveryFolder.plain(), level: String = "grunnkrets",
        date: String = "2020-01-01", years: String = "[2020, 2020]", geography: InputFolder = Fixtures.geography
    ) throws -> DeliveryFolder.Outcome {
        let folder = try DeliveryFolder()
        try folder.define(layout, level: level)
        let text = (["krets;aar;antall"] + lines).map { $0 + "\n" }.joined()
        try folder.deliver(date: date, years: years, data: [("f.csv", Data(text.utf8))])
        return try folder.read(geography)
    }

    /// The invented city with other changes.
    private func changed(_ edit: (String) -> String) throws -> TestSupport.ScratchFolder {
        let copy = try TestSupport.ScratchFolder(copying: Fixtures.geography.path)
        try copy.write(edit(try copy.text(of: "fjordvik/changes.csv")), to: "fjordvik/changes.csv")
        let members = "fjordvik/splits/bydel/members.csv"
        try copy.write(
            try copy.text(of: members).replacing("99010105;990101", with: "99010105;990102"), to: members)
        return copy
    }

    @Test func codesOfAnyTimeArePlacesOfToday() throws {
        let table = try read(
            "99010103;2015;10", "99010204;2015;20", "99020101;2015;40", "99010101;2015;80", "99019999;2015;160",
            date: "2015-01-01", years: "[2015, 2015]"
        ).table()
        #expect(table.everybody(Fjordvik.district("990101"), 2015) == 90)
        #expect(table.everybody(Fjordvik.district("990103"), 2015) == 60)
        #expect(table.everybody(Fjordvik.nowhere, 2015) == 160)
        #expect(table.everybody(Fjordvik.city, 2015) == 310)
        #expect(!table.quality.isEstimate)
    }

    @Test func aCodeThatHadEndedOnTheDateIsThePlaceItWas() throws {
        let table = try read("99010103;2020;10", "99020101;2020;40").table()
        #expect(table.everybody(Fjordvik.district("990101")) == 10)
        #expect(table.everybody(Fjordvik.district("990103")) == 40)
    }

    @Test func statedSharesAreSharedOutAndMakeAnEstimate() throws {
        let copy = try changed { $0 }
        let table = try read(
            "99010103;2015;10", "99010101;2015;1", date: "per-year", years: "[2015, 2015]", geography: copy.folder
        ).table()
        #expect(table.everybody(Fjordvik.district("990101"), 2015) == 7)
        #expect(table.everybody(Fjordvik.district("990102"), 2015) == 4)
        #expect(table.everybody(Fjordvik.city, 2015) == 11)
        #expect(table.quality.isEstimate)
    }

    @Test func unstatedSharesCutTheHistoryAndNothingIsGuessed() throws {
        let copy = try changed {
            $0.replacing(";0.6;population", with: ";;unknown").replacing(";0.4;population", with: ";;unknown")
        }
        let outcome = try read(
            "99010103;2016;10", "99010101;2016;1", "99010104;2017;6", "99010301;2016;2", date: "per-year",
            years: "[2016, 2017]", geography: copy.folder)
        let table = try outcome.table()
        #expect(table.everybody(Fjordvik.district("990101"), 2016) == nil)
        #expect(table.everybody(Fjordvik.district("990102"), 2016) == nil)
        #expect(table.everybody(Fjordvik.district("990104"), 2016) == 2)
        #expect(table.everybody(Fjordvik.city, 2016) == 13)
        #expect(table.everybody(Fjordvik.district("990101"), 2017) == 6)
        #expect(!table.quality.isEstimate)
        #expect(
            outcome.found
                == ["990101", "990102"].map {
                    "reg/delivery.yaml: note: district \($0) of fjordvik-bydel has no figures of 'reg' for 2016: nobody has "
                        + "said how units that lay partly there were shared out; state the shares in changes.csv [HistoryCut]"
                })
    }

    @Test func rowsOfTheCountryAreTheCountry() throws {
        let table = try read("0;2020;1000", "99010101;2020;1", "12345678;2020;2").table()
        #expect(table.everybody(.country) == 1000)
        #expect(table.everybody(Fjordvik.city) == 1)
    }

    @Test func unknownPlacesAreUnallocatedInTheirKommuneOrInTheCountryOnly() throws {
        let table = try read(
            "99010000;2020;1", "88889999;2020;2", "Ukjent;2020;4", "99010101;2020;8",
            layout: DeliveryFolder.plain("unknown_areas: [\"99010000\", Ukjent]")
        ).table()
        #expect(table.everybody(Fjordvik.nowhere) == 1)
        #expect(table.everybody(Fjordvik.city) == 9)
        #expect(table.everybody(.country) == 15)
    }

    @Test func aKommuneWithoutARecordHasNoFiguresRatherThanNobody() throws {
        let outcome = try read("99010101;2019;1", "12345678;2019;1", "12345678;2020;1", years: "[2019, 2020]")
        let table = try outcome.table()
        #expect(table.everybody(Fjordvik.city, 2019) == 1)
        #expect(table.everybody(Fjordvik.district("990102"), 2019) == 0)
        #expect(table.everybody(Fjordvik.city, 2020) == nil)
        #expect(table.everybody(Fjordvik.district("990101"), 2020) == nil)
        #expect(outcome.found.count == 1 && outcome.found[0].contains("kommune 9901 in 2020"), "\(outcome.found)")
    }

    @Test(arguments: ["missing", "refused"]) func aCellWithoutARecordIsWhatTheLayoutSays(absent: String) throws {
        let outcome = try read(
            "99010101;2020;1", "99010301;2020;1", "99010302;2020;2", layout: DeliveryFolder.plain("absent: \(absent)"))
        if absent == "refused" {
            #expect(outcome.figures == nil)
            #expect(outcome.found.count == 9, "\(outcome.found)")
            #expect(outcome.found.allSatisfy { $0.hasSuffix("[AbsentCell]") })
        } else {
            let table = try outcome.table()
            #expect(table.everybody(Fjordvik.district("990104")) == 3)
            #expect(table.everybody(Fjordvik.district("990101")) == nil)
            #expect(table.everybody(Fjordvik.city) == nil)
        }
    }

    @Test func districtsAreReadByTheirOwnCodesWhereTheyAreTheSameToday() throws {
        let outcome = try read(
            "990101;2020;1", "990102;2020;2", "990103;2020;4", "990104;2020;8", "990199;2020;16", "1234;2020;32",
            level: "bydel")
        let table = try outcome.table()
        #expect(table.everybody(Fjordvik.district("990103")) == 4)
        #expect(table.everybody(Fjordvik.nowhere) == 16)
        #expect(table.everybody(Fjordvik.city) == 31)
        #expect(table.everybody(.country) == 63)
        let before = try read(
            "990101;2015;1", "990102;2015;2", "990104;2015;8", level: "bydel", date: "2015-01-01",
            years: "[2015, 2015]"
        ).table()
        #expect(before.everybody(Fjordvik.district("990101"), 2015) == 1)
        #expect(before.everybody(Fjordvik.district("990102"), 2015) == nil)
        #expect(before.everybody(Fjordvik.city, 2015) == nil)
    }

    @Test func aRegisterOfKommunerKnowsTheCityAndNoDistrict() throws {
        let table = try read("9901;2020;5", "1234;2020;7", level: "kommune").table()
        #expect(table.everybody(Fjordvik.city) == 5)
        #expect(table.everybody(.country) == 12)
        #expect(table.everybody(Fjordvik.district("990101")) == nil)
        #expect(table.everybody(Fjordvik.nowhere) == nil)
        #expect(table.lowestGeography == .kommune)
    }

    @Test func finalFiguresTakeThePlaceOfProvisionalOnes() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.deliver(
            "reg-1", years: "[2019, 2020]", received: "2025-09-01", status: "provisional", more: "synthetic: true",
            "krets;aar;antall", "99010101;2019;1", "99010101;2020;2")
        try folder.deliver(
            "reg-2", years: "[2019, 2019]", more: "synthetic: true\nbreaks: [2019]", "krets;aar;antall",
            "99010102;2019;10")
        let outcome = try folder.read()
        let table = try outcome.table()
        #expect(table.everybody(Fjordvik.city, 2019) == 10)
        #expect(table.everybody(Fjordvik.city, 2020) == 2)
        #expect(table.quality.provisionalYears == [2020])
        #expect(table.quality.breaks == [2019])
        #expect(outcome.figures?.isSynthetic == true)
    }

    @Test func finalFiguresOfOneYearWithPlacesOfTwoDatesAreRefused() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.deliver("reg-1", "krets;aar;antall", "99010101;2020;1")
        try folder.deliver("reg-2", date: "2015-01-01", "krets;aar;antall", "99020101;2020;2")
        let found = try folder.read().found
        #expect(found.count == 1 && found[0].hasSuffix("[TwoGeographyDates]"), "\(found)")
    }

    @Test func yearsBeforeTheFirstUsableOneArePassedOverAndMissingOnesAreErrors() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain(), firstYear: 2018)
        try folder.deliver(
            "reg", years: "[2016, 2020]", "krets;aar;antall", "99010101;2016;1", "99010101;2018;2", "99010101;2020;4")
        let outcome = try folder.read()
        #expect(outcome.found.count == 1 && outcome.found[0].contains("has figures for 2019"), "\(outcome.found)")
    }

    @Test func correctionsChangeACellAndEverythingItBelongsTo() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.layout())
        try folder.deliver("reg", "krets;aar;kjonn;alder;antall", "99010101;2020;1;a;5", "99010101;2020;2;a;1")
        let correction = { (from: Int) in
            """
            - register: reg
              area: "99010101"
              year: 2020
              sex: "1"
              age: 0_17
              from: "\(from)"
              to: "8"
              because: { nb: Feil, nn: Feil, en: Wrong }
            """
        }
        let outcome = try folder.read(corrections: correction(5))
        #expect(try outcome.table().everybody(Fjordvik.district("990101")) == 9)
        #expect(try outcome.table().everybody(.country) == 9)
        #expect(outcome.figures?.corrections(RegisterID("reg")).count == 1)
        let refused = try folder.read(corrections: correction(4)).found
        #expect(refused.count == 1 && refused[0].hasSuffix("[CorrectionDoesNotFit]"), "\(refused)")
    }

    @Test func personsByAgeAndSexAreAPopulation() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.layout(ages: "single-years"))
        try folder.deliver(
            "reg", "krets;aar;kjonn;alder;antall", "99010101;2020;1;5;3", "99010101;2020;2;5;4", "99010102;2020;2;80;9")
        let population = try #require(try folder.read().figures?.population(RegisterID("reg")))
        #expect(population.persons(Fjordvik.district("990101"), 2020) == 16)
        #expect(population.persons(Fjordvik.city, 2020, .women, AgeRange(code: "0_17") ?? .all) == 4)
        #expect(population.persons(Fjordvik.district("990102"), 2020) == 0)
    }

    @Test func aChangedFileIsRefused() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.deliver("reg", "krets;aar;antall", "99010101;2020;1")
        try folder.overwrite("reg/f.csv", "krets;aar;antall\n99010101;2020;2\n")
        let found = try folder.read().found
        #expect(found.count == 1 && found[0].hasSuffix("[ChecksumMismatch]"), "\(found)")
    }

    @Test(arguments: ["2026-01-01", "2016-01-01", "per-year"])
    func districtsAndUnallocatedAreTheCityInEveryCell(date: String) throws {
        var diagnostics = Diagnostics()
        let geography = try #require(Geography.load(from: Fixtures.committedGeography, &diagnostics))
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.layout())
        var text = "krets;aar;kjonn;alder;antall\n"
        var state: UInt64 = 1
        for year in [2016, 2018] {
            let day = date == "per-year" ? CalendarDate.january1(year) : try #require(CalendarDate(date))
            for city in geography.cities {
                // Those of kommuner that have since become part of the city too.
                let units = city.units.filter { $0.validity.contains(day) }.map(\.code.digits)
                for unit in units + [(city.kommune(on: day)?.digits ?? "") + "9999"] {
                    for cell in ["1;a", "2;a", "1;b", "2;b"] {
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        if state >> 60 > 3 { text += "\(unit);\(year);\(cell);\(state >> 54)\n" }
                    }
                }
            }
        }
        try folder.deliver(
            date: date, years: "[2016, 2018]", data: [("f.csv", Data((text + "03010101;2017;1;a;1\n").utf8))])
        let table = try folder.read(Fixtures.committedGeography).table()
        var compared = 0
        for city in geography.cities {
            let today = CalendarDate.january1(2026)
            let kommune = try #require(city.kommune(on: today))
            for split in city.splits {
                let parts =
                    split.districts(on: today).map { Area.district(split.id, $0.code) }
                    + [.unallocated(split.id, kommune)]
                for year in [2016, 2018] {
                    for sex in 0..<2 {
                        for age in 0..<2 {
                            let counts = parts.map { table.count($0, year, sex: sex, age: age, "all") }
                            #expect(!counts.contains(nil))
                            let sum = counts.compactMap(\.self).reduce(0, +)
                            #expect(table.count(.kommune(kommune), year, sex: sex, age: age, "all") == sum)
                            compared += 1
                        }
                    }
                }
            }
        }
        #expect(compared == geography.cities.reduce(0) { $0 + $1.splits.count } * 8)
    }
}
