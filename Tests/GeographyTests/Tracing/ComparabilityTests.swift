import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

@Test func aSplitInsideADistrictKeepsItComparable() throws {
    let split = try #require(try Geography.fjordvik().split("bydel"))
    #expect(split.comparability(of: "990101", today: "2024-01-01", earlier: "2005-01-01") == .same("990101"))
}

@Test func aUnitThatLeavesIsNamedAsLostUnderItsCodeThen() throws {
    let split = try #require(try Geography.fjordvik().split("bydel"))
    #expect(
        split.comparability(of: "990102", today: "2024-01-01", earlier: "2019-01-01")
            == .changed("990102", gained: [], lost: ["99010204"]))
}

@Test func aDistrictMostlyFromOutsideTheCityHadNoCounterpart() throws {
    let split = try #require(try Geography.fjordvik().split("bydel"))
    #expect(split.comparability(of: "990103", today: "2024-01-01", earlier: "2019-01-01") == .absent)
}

@Test func aDistrictThatIsNotThereTodayIsComparableWithNothing() throws {
    let split = try #require(try Geography.fjordvik().split("bydel"))
    #expect(split.comparability(of: "990199", today: "2024-01-01", earlier: "2019-01-01") == .absent)
    #expect(split.comparability(of: "990103", today: "2019-01-01", earlier: "2018-01-01") == .absent)
}

@Test func halfAUnitInADistrictMakesItIncomparable() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    let members = "fjordvik/splits/bydel/members.csv"
    try scratch.write(
        scratch.text(of: members).replacing("99010105;990101", with: "99010105;990102"), to: members)
    let split = try #require(try Geography.sound(in: scratch.folder).city("fjordvik")?.split("bydel"))
    #expect(
        split.comparability(of: "990101", today: "2018-01-01", earlier: "2016-01-01")
            == .changed("990101", gained: [], lost: ["99010103"]))
    #expect(
        split.comparability(of: "990102", today: "2018-01-01", earlier: "2016-01-01")
            == .changed("990102", gained: ["99010105"], lost: []))
}

@Test func everyDistrictIsTheSameAsItselfOnTheSameDay() throws {
    for city in try Geography.sound(in: Fixtures.committedGeography).cities {
        for split in city.splits {
            for day in city.turningDays {
                for district in split.districts(on: day) {
                    #expect(
                        split.comparability(of: district.code, today: day, earlier: day) == .same(district.code))
                }
            }
        }
    }
}

@Test func aCityThatTookInAKommuneIsNotTheSameAsBefore() throws {
    let city = try Geography.fjordvik()
    #expect(city.comparability(today: "2019-01-01", earlier: "2005-01-01") == .same("9901"))
    #expect(
        city.comparability(today: "2020-01-01", earlier: "2005-01-01")
            == .changed("9901", gained: ["99010401", "99010402"], lost: []))
    #expect(city.comparability(today: "2020-01-01", earlier: "2004-12-31") == .absent)
}
