import Geography
import GeographyLiterals
import Testing

@Test func aCityKnowsItsNamesKommuneAndTiles() throws {
    let city = try Geography.fjordvik()
    #expect(city.name[.nn] == "Fjordvik")
    #expect(city.otherNames == ["Vuotna"])
    #expect(city.kommune(on: "2024-01-01") == "9901")
    #expect(city.tiles.first { $0.district == "990104" }.map { [$0.row, $0.column] } == [1, 2])
    #expect(city.turningDays == ["2005-01-01", "2017-01-01", "2018-01-01", "2020-01-01"])
}

@Test func unitsOfAnAbsorbedKommuneAreKnownAndNotInTheCityBeforeTheMerger() throws {
    let city = try Geography.fjordvik()
    #expect(city.unit("99020101", on: "2019-12-31")?.name == "Øyvær ytre")
    #expect(!city.contains("99020101", on: "2019-12-31"))
    #expect(!city.units(on: "2019-12-31").map(\.code).contains("99020101"))
    #expect(city.contains("99010401", on: "2020-01-01"))
    #expect(city.units(on: "2019-12-31").count == 10 && city.units(on: "2020-01-01").count == 12)
}

@Test func peopleWithoutGrunnkretsAreOfTheCityAndOfNoDistrictInEveryYear() throws {
    let city = try Geography.fjordvik()
    let split = try #require(city.split("bydel"))
    for day: CalendarDate in ["2005-01-01", "2018-06-30", "2024-01-01"] {
        #expect(city.contains("99019999", on: day))
        #expect(split.district(of: "99019999", on: day) == nil)
        #expect(!city.units(on: day).contains { $0.code.isUnallocated })
    }
    #expect(!city.contains("99019999", on: "2004-12-31"))
    #expect(!city.contains("99029999", on: "2019-01-01"))
}

@Test func aUnitIsLookedUpForADate() throws {
    let split = try #require(try Geography.fjordvik().split("bydel"))
    #expect(split.district(of: "99010204", on: "2019-12-31") == "990102")
    #expect(split.district(of: "99010204", on: "2020-01-01") == "990103")
    #expect(split.district(of: "99010103", on: "2017-01-01") == nil)
    #expect(split.units(of: "990103", on: "2020-01-01") == ["99010204", "99010401", "99010402"])
    #expect(split.districts(on: "2019-01-01").map(\.code) == ["990101", "990102", "990104"])
    #expect(split.district("990104", on: "2024-01-01")?.isPublished == false)
    #expect(split.district("990101", on: "2024-01-01")?.name[.en] == "Market & Harbour")
    #expect(split.district("990101", on: "2024-01-01")?.name[.nn] == "Torget & Havna")
}

@Test func districtsAndUnplacedUnitsMakeUpTheCityOnEveryDayAnythingChanges() throws {
    let city = try Geography.fjordvik()
    let split = try #require(city.split("bydel"))
    for day in city.turningDays {
        let balance = city.balance(of: split, on: day)
        #expect(balance.isBalanced && balance.unplaced == [])
        #expect(balance.rows.map(\.units).reduce(0, +) == balance.cityUnits)
    }
}
