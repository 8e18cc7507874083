import Geography
import GeographyLiterals
import TestSupport
import Testing

/// The facts that the tables of the four cities must show, worked out from KLASS independently of the import.
struct CommittedTablesTests {
    @Test(
        arguments: [
            ("oslo", "2005-01-01", [41, 47, 39, 37, 59, 23, 37, 39, 23, 20, 23, 42, 35, 35, 30, 11, 17]),
            ("oslo", "2016-12-31", [41, 47, 39, 37, 59, 23, 37, 39, 23, 20, 23, 42, 35, 35, 30, 11, 17]),
            ("oslo", "2017-01-01", [49, 52, 41, 38, 59, 24, 38, 40, 25, 20, 23, 42, 40, 38, 34, 11, 17]),
            ("bergen", "2005-01-01", [19, 99, 31, 33, 40, 19, 72, 50]),
            ("bergen", "2020-01-01", [19, 99, 31, 33, 40, 19, 72, 50]),
            ("trondheim", "2005-01-01", [119, 117, 125, 72]),
            ("trondheim", "2019-12-31", [119, 117, 125, 72]),
            ("trondheim", "2020-01-01", [119, 117, 125, 82]),
            ("stavanger", "2005-01-01", [25, 30, 36, 32, 29, 30, 36]),
            ("stavanger", "2020-01-01", [25, 29, 36, 32, 29, 30, 36, 19, 11]),
        ] as [(String, CalendarDate, [Int])])
    func districtsHaveTheNumberOfUnitsThatKlassGives(city id: String, date: CalendarDate, units: [Int]) throws {
        let city = try Geography.committedCity(id)
        let balance = city.balance(of: try #require(city.split("bydel")), on: date)
        #expect(balance.rows.map(\.units) == units)
        #expect(balance.cityUnits == units.reduce(0, +))
        #expect(balance.isBalanced)
    }

    @Test func everyDayOfEveryCityAddsUp() throws {
        for city in try Geography.sound(in: Fixtures.committedGeography).cities {
            for split in city.splits {
                for day in city.turningDays { #expect(city.balance(of: split, on: day).isBalanced) }
            }
        }
    }

    @Test func thirtySixDistrictsHaveAProfile() throws {
        let geography = try Geography.sound(in: Fixtures.committedGeography)
        let districts = geography.cities.flatMap { $0.splits.flatMap { $0.districts(on: "2024-01-01") } }
        #expect(districts.filter(\.isPublished).count == 36)
        #expect(districts.filter { !$0.isPublished }.map(\.name.nb) == ["Sentrum", "Marka"])
        #expect(geography.city(kommune: "1201")?.id == "bergen")
    }

    @Test func theSplitUnitsOf2017StayInTheirParentsDistrict() throws {
        let city = try Geography.committedCity("oslo")
        let split = try #require(city.split("bydel"))
        let changes = city.changes.filter { $0.date == "2017-01-01" }
        #expect(Set(changes.map(\.old)).count == 24 && changes.count == 57)
        for change in changes {
            let child = try #require(change.new)
            #expect(split.district(of: child, on: "2017-01-01") == split.district(of: change.old, on: "2016-12-31"))
            #expect(change.share == nil && change.basis == .unknown)
        }
    }

    @Test func austreAamoyMovesUnderAnUnchangedCode() throws {
        let city = try Geography.committedCity("stavanger")
        let split = try #require(city.split("bydel"))
        #expect(split.memberships(of: "11031101").map(\.district) == ["110302", "110309"])
        #expect(split.district(of: "11031101", on: "2019-12-31") == "110302")
        #expect(split.district(of: "11031101", on: "2020-01-01") == "110309")
        #expect(city.history(of: "11031101")?.before == [])
    }

    @Test func noOtherUnitChangesDistrictUnderAnUnchangedCode() throws {
        let moved = try Geography.sound(in: Fixtures.committedGeography).cities.flatMap { city in
            city.splits.flatMap { split in
                Set(city.units.map(\.code)).filter { Set(split.memberships(of: $0).map(\.district)).count > 1 }
                    .filter { unit in
                        !split.memberships(of: unit).allSatisfy { member in
                            split.lineage(of: member.district).map(\.code).count > 1
                        }
                    }
            }
        }
        #expect(moved == ["11031101"])
    }

    @Test func vestersjoComesFromHjelmelandAndTheRestOfFinnoyFromFinnoy() throws {
        let city = try Geography.committedCity("stavanger")
        let split = try #require(city.split("bydel"))
        let origins = split.units(of: "110308", on: "2020-01-01").flatMap {
            city.counterparts(of: $0, on: "2020-01-01", at: "2019-01-01")
        }
        #expect(origins.filter { $0.lies(in: "1141") }.count == 18)
        #expect(origins.filter { !$0.lies(in: "1141") } == ["11330103"])
        #expect(city.unit("11330103", on: "2019-01-01")?.name == "Vestersjø")
        #expect(!city.contains("11330103", on: "2019-01-01"))
    }

    @Test func parentsAreNotCutOutOfDigits() throws {
        let oslo = try #require(try Geography.committedCity("oslo").split("bydel"))
        #expect(oslo.district(of: "03010101", on: "2024-01-01") == "030116")
        let trondheim = try #require(try Geography.committedCity("trondheim").split("bydel"))
        #expect(trondheim.district(of: "50010101", on: "2024-01-01") == "500104")
    }

    @Test func theOldDistrictsUnderTheSameCodesAreLeftOut() throws {
        for id in ["oslo", "trondheim"] {
            let split = try #require(try Geography.committedCity(id).split("bydel"))
            #expect(split.districts(on: "2004-12-31").isEmpty)
            #expect(!split.districts.contains { $0.name.nb == "Bygdøy-Frogner" || $0.name.nb == "Saupstad" })
        }
    }

    @Test func aRecodedCityStaysTheSame() throws {
        let bergen = try Geography.committedCity("bergen")
        let split = try #require(bergen.split("bydel"))
        #expect(bergen.comparability(today: "2024-01-01", earlier: "2005-01-01") == .same("1201"))
        for district in split.districts(on: "2024-01-01") {
            let then = try #require(split.districts(on: "2005-01-01").first { $0.name == district.name })
            #expect(
                split.comparability(of: district.code, today: "2024-01-01", earlier: "2005-01-01") == .same(then.code))
        }
        #expect(split.lineage(of: "460107").map(\.code) == ["120107", "460107"])
        #expect(split.lineage(of: "120107") == split.lineage(of: "460107"))
    }

    @Test func splitsInsideDistrictsKeepOsloTheSame() throws {
        let oslo = try Geography.committedCity("oslo")
        let split = try #require(oslo.split("bydel"))
        #expect(oslo.comparability(today: "2024-01-01", earlier: "2005-01-01") == .same("0301"))
        for district in split.districts(on: "2024-01-01").map(\.code) {
            #expect(split.comparability(of: district, today: "2024-01-01", earlier: "2005-01-01") == .same(district))
        }
    }

    @Test func theMergersOf2020BreakTheSeriesOfTheDistrictsTheyTouchAndNoOthers() throws {
        let trondheim = try Geography.committedCity("trondheim")
        let districts = try #require(trondheim.split("bydel"))
        let klaebu = (101...110).compactMap { GrunnkretsCode("50010\($0)") }
        #expect(
            districts.comparability(of: "500104", today: "2020-01-01", earlier: "2019-01-01")
                == .changed("500104", gained: klaebu, lost: []))
        #expect(
            districts.comparability(of: "500104", today: "2024-01-01", earlier: "2010-01-01")
                == .changed("160104", gained: klaebu, lost: []))
        #expect(districts.comparability(of: "500103", today: "2024-01-01", earlier: "2010-01-01") == .same("160103"))
        #expect(
            trondheim.comparability(today: "2020-01-01", earlier: "2017-01-01")
                == .changed("1601", gained: klaebu, lost: []))

        let stavanger = try Geography.committedCity("stavanger")
        let split = try #require(stavanger.split("bydel"))
        #expect(
            split.comparability(of: "110302", today: "2020-01-01", earlier: "2019-01-01")
                == .changed("110302", gained: [], lost: ["11031101"]))
        #expect(split.comparability(of: "110308", today: "2020-01-01", earlier: "2019-01-01") == .absent)
        #expect(split.comparability(of: "110309", today: "2020-01-01", earlier: "2019-01-01") == .absent)
        #expect(split.comparability(of: "110309", today: "2024-01-01", earlier: "2020-01-01") == .same("110309"))
        guard
            case .changed("1103", let gained, []) = stavanger.comparability(today: "2020-01-01", earlier: "2019-01-01")
        else {
            Issue.record("Stavanger took in units in 2020")
            return
        }
        #expect(gained.count == 29)
    }
}
