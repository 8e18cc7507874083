import Geography
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Disclosure
@testable import Indicators
@testable import Profiles

private let harbour = InventedProfiles.harbour
private let hills = InventedProfiles.hills

@Test func districtsWithAProfileHaveAPlaceAndTheForestHasNone() throws {
    var invented = InventedProfiles([.plain("a")])
    invented.add("a", harbour, 10)
    let maker = try invented.maker()
    #expect(maker.places.map(\.district.code.digits) == ["990101", "990102", "990103"])
    #expect(maker.places.map(\.kommune.digits) == ["9901", "9901", "9901"])
    #expect(maker.places(in: InventedProfiles.split).count == 3)
}

@Test func aCitysFirstSplitHasItsPlacesWithoutAnyFigure() throws {
    #expect(try !InventedProfiles([.plain("a")]).maker().places.isEmpty)
}

@Test func rowsAreNumberedThroughTheBarometerAndOthersAreNot() throws {
    var healthy = IndicatorFile.plain("d")
    healthy.theme = "health"
    var invented = InventedProfiles([.plain("a"), .plain("b", barometer: false), .plain("c"), healthy])
    for id in ["a", "b", "c", "d"] { invented.add(id, harbour, 10) }
    let profile = try invented.profile()
    #expect(profile.sections.map(\.theme.id.id) == ["people", "health"])
    #expect(profile.barometer.map(\.indicator.id.id) == ["a", "c", "d"])
    #expect(profile.barometer.map(\.number) == [1, 2, 3])
    #expect(profile.sections[0].others.map(\.indicator.id.id) == ["b"])
    #expect(profile.sections[0].others.map(\.number) == [nil])
}

@Test func anIndicatorThatNoDistrictHasEverHadLeavesNoRowAndNoGapInTheNumbers() throws {
    var invented = InventedProfiles([.plain("a"), .plain("b"), .plain("c")])
    invented.add("a", harbour, 10)
    invented.add("c", harbour, 10)
    let profile = try invented.profile()
    #expect(profile.barometer.map(\.indicator.id.id) == ["a", "c"])
    #expect(profile.barometer.map(\.number) == [1, 2])
}

@Test func aThemeWithNothingToSayIsLeftOut() throws {
    var invented = InventedProfiles([.plain("a")])
    invented.add("a", harbour, 10)
    #expect(try invented.profile().sections.map(\.theme.id.id) == ["people"])
}

@Test func aRowSetsTheDistrictBesideItsSistersItsCityAndTheCountry() throws {
    var invented = InventedProfiles([.plain("a")])
    invented.add("a", harbour, 10)
    invented.add("a", hills, nil)
    invented.add("a", InventedProfiles.islands, 30)
    invented.add("a", InventedProfiles.city, 20)
    invented.add("a", .country, 25)
    let row = try #require(try invented.profile().barometer.first)
    #expect(row.figure.key.area == harbour)
    #expect(row.sisters.map(\.district.code.digits) == ["990102", "990103"])
    #expect(row.sisters.map(\.figure.value) == [.missing, .figure(Estimate(NumberText.Decimal(30, decimals: 0)))])
    #expect(row.city?.value.estimate?.value.text == "20")
    #expect(row.country?.value.estimate?.value.text == "25")
}

@Test func aSeriesKeepsItsGaps() throws {
    var invented = InventedProfiles([.plain("a")])
    invented.add("a", harbour, 9, year: 2020)
    invented.add("a", harbour, nil, year: 2021)
    invented.add("a", harbour, 10)
    let series = try #require(try invented.profile().barometer.first).series
    #expect(series.points.map(\.key.period.end) == [2020, 2021, 2022])
    #expect(series.points.map(\.value.status) == [.shown, .missing, .shown])
    #expect(series.newest?.key.period.end == 2022)
}

// MARK: - Key sentences

private func spoken(_ profile: Profile) -> [String] {
    profile.sentences.map {
        switch $0 {
        case .population: "population"
        case .tested(let row): row.indicator.id.id
        case .untested(let row): "(\(row.indicator.id.id))"
        }
    }
}

@Test func whatDiffersIsSaidFirstThenWhatWasNotTestedThenWhatIsUnclear() throws {
    var invented = InventedProfiles(["a", "b", "c", "d"].map { .plain($0) })
    invented.add("a", 101, .notDifferent, country: 100)
    invented.add("b", 110, .higher, country: 100)
    invented.add("c", 60, .lower, country: 100)
    invented.add("d", 300, .notTested(.percentagesOnly), country: 100)
    #expect(spoken(try invented.profile()) == ["b", "c", "(d)", "a"])
}

@Test func neitherGoodNewsNorOneThemeCrowdsOutTheRest() throws {
    var files: [IndicatorFile] = (1...6).map { .plain("good\($0)") }
    for index in files.indices { files[index].polarity = "higher-is-better" }
    var bad = IndicatorFile.plain("bad")
    bad.polarity = "lower-is-better"
    var other = IndicatorFile.plain("other")
    other.theme = "health"
    var invented = InventedProfiles(files + [bad, other])
    for (index, file) in files.enumerated() { invented.add(file.id, 200 + index, .higher, country: 100) }
    invented.add("bad", 101, .higher, country: 100)
    invented.add("other", 101, .higher, country: 100)
    #expect(spoken(try invented.profile()) == ["good5", "good6", "bad", "other"])
}

@Test func thePopulationIsSaidFirstAndNoMoreThanSevenThingsAre() throws {
    let ids = (1...9).map { "a\($0)" }
    var invented = InventedProfiles(
        [IndicatorFile("count", measure: "{ kind: count }")] + ids.map { .plain($0) })
    invented.indicators[0].barometer = false
    invented.add("count", harbour, 5000)
    for id in ids { invented.add(id, 150, .higher, country: 100) }
    let said = spoken(try invented.profile())
    #expect(said.first == "population")
    #expect(said.count <= 7)
    #expect(said.dropFirst().prefix(4) == ["a1", "a2", "a3", "a4"])
}

@Test func nothingIsSaidOfARowWithoutANumberOrWithoutACountry() throws {
    var invented = InventedProfiles([.plain("a"), .plain("b")])
    invented.add("a", harbour, nil)
    invented.add("a", .country, 100)
    invented.add("b", harbour, 100, .higher)
    #expect(spoken(try invented.profile()) == [])
}

// MARK: - Pyramid

private let count = IndicatorFile(
    "count", measure: "{ kind: count, breakdown: { sexes: [1, 2], ages: [0_66, 67_120] } }")

private func pyramid(harbour: [Int], country: [Int]) throws -> Pyramid? {
    var invented = InventedProfiles([count])
    for (area, years) in [(InventedProfiles.harbour, harbour), (.country, country)] {
        for year in years {
            invented.add("count", area, 400, year: year)
            for age in ["0_66", "67_120"].compactMap({ AgeRange(code: $0) }) {
                invented.add("count", area, 90, year: year, sex: .men, age: age)
                invented.add("count", area, 110, year: year, sex: .women, age: age)
            }
        }
    }
    return try invented.pyramid()
}

@Test func aPyramidShowsTheNewestYearThatTheCountryHasToo() throws {
    let both = try #require(try pyramid(harbour: [2020, 2021, 2022], country: [2020, 2021]))
    #expect(both.period == Period(year: 2021))
    #expect(both.bands.map(\.age.code) == ["0_66", "67_120"])
    #expect(both.bands.allSatisfy { $0.countryMen != nil && $0.countryWomen != nil })
    #expect(both.bands[0].men.value.estimate?.value.text == "90")
    #expect(both.bands[0].women.value.estimate?.value.text == "110")
}

@Test func aPyramidStandsAloneWhereTheCountryHasNoAges() throws {
    let alone = try #require(try pyramid(harbour: [2021, 2022], country: []))
    #expect(alone.period == Period(year: 2022))
    #expect(alone.countryTotal == nil && alone.bands.allSatisfy { $0.countryMen == nil })
}

@Test func withoutAgesThereIsNoPyramid() throws {
    var invented = InventedProfiles([count])
    invented.add("count", harbour, 400)
    #expect(try invented.pyramid() == nil)
}

// MARK: - Fact sheets

@Test func aFactSheetHasEveryDistrictOfASplitInOfficialOrder() throws {
    var invented = InventedProfiles([.plain("a")])
    invented.add("a", InventedProfiles.islands, 30)
    invented.add("a", harbour, 10)
    invented.add("a", hills, nil)
    invented.add("a", InventedProfiles.city, 20)
    let maker = try invented.maker()
    let sheet = maker.factSheet(of: try #require(maker.library[IndicatorID("a")]))
    let table = try #require(sheet.tables.first)
    #expect(sheet.tables.count == 1)
    #expect(table.rows.map(\.place.district.code.digits) == ["990101", "990102", "990103"])
    #expect(table.cityFigure?.value.estimate?.value.text == "20")
    #expect(table.period == Period(year: 2022))
}
