import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

private let harbour = InventedCity.harbour

@Test func aRegisterThatThePolicyDoesNotNameLetsNothingOut() throws {
    var secret = IndicatorFile("secret", measure: "{ kind: count }")
    secret.register = "secret"
    let city = InventedCity(persons: [harbour: [30: 100]])
    let (table, findings) = try city.publish([.share(of: 30), secret])
    #expect(table == nil)
    #expect(findings.contains { $0.contains("secret.yaml:1:1: error:") && $0.hasSuffix("[NothingAllowsPublication]") })
    #expect(try city.publish([.share(of: 30)]).table != nil)
}

@Test func aMeasureThatItsRegisterCannotFillIsAnErrorAndNotAnEmptyPage() throws {
    var misplaced = IndicatorFile("misplaced", measure: "{ kind: count }")
    misplaced.register = "visits"
    let (table, findings) = try InventedCity(persons: [harbour: [30: 100]]).publish([misplaced])
    #expect(table == nil)
    #expect(findings.count == 1 && findings[0].hasSuffix("[NoFigures]"), "\(findings)")
}

@Test func placesWithoutAProfileAreShownAsCountsAlone() throws {
    let everybody = [harbour, InventedCity.forest, InventedCity.unallocated, InventedCity.city, .country]
    let city = InventedCity(persons: Dictionary(uniqueKeysWithValues: everybody.map { ($0, [30: 100]) }))
    let table = try #require(
        try city.publish([IndicatorFile("count", measure: "{ kind: count }"), .share(of: 30)]).table)
    func shown(_ indicator: String) -> Set<Area> {
        Set(table.all.filter { $0.key.indicator.id == indicator }.map(\.key.area))
    }
    #expect(shown("count") == Set(everybody + [InventedCity.hills]))
    #expect(shown("share-30") == [harbour, InventedCity.hills, InventedCity.city, .country])
}

@Test func aNumberAndItsIntervalAreRoundedAlike() throws {
    // 50 of 200: the Wilson interval is 19.508…–31.434… per cent.
    let city = InventedCity(persons: [harbour: [10: 50, 30: 150]])
    let table = try #require(try city.publish([.share(of: 10, decimals: 2), .share(of: 30, decimals: 0)]).table)
    func texts(_ estimate: Estimate?) -> [String?] {
        [estimate?.value.text, estimate?.lower?.text, estimate?.upper?.text]
    }
    #expect(texts(try table.figure("share-10", harbour).value.estimate) == ["25.00", "19.51", "31.43"])
    #expect(texts(try table.figure("share-30", harbour).value.estimate) == ["75", "69", "80"])
}

@Test func somethingThatRoundsToNothingIsFlaggedAndNothingIsNot() throws {
    let city = InventedCity(persons: [harbour: [10: 1, 30: 9999], InventedCity.hills: [30: 100]])
    let table = try #require(try city.publish([.share(of: 10)]).table)
    #expect(try table.figure("share-10", harbour).flags == [.lessThanHalf])
    #expect(try table.figure("share-10", harbour).value.estimate?.value.text == "0.0")
    #expect(try table.figure("share-10", InventedCity.hills).flags == [])
}

@Test func anOwnersFigureKeepsItsDigitsAndGetsNoInterval() throws {
    var visits = IndicatorFile("visits", measure: "{ kind: published, age: 2_2, category: visit }")
    visits.register = "visits"
    let city = InventedCity(visits: [
        harbour: .number(NumberText.Decimal(93, decimals: 0)), .country: .number(NumberText.Decimal(957, decimals: 1)),
        InventedCity.hills: .absent(.withheld),
    ])
    let table = try #require(try city.publish([visits]).table)
    let own = try table.figure("visits", harbour, "2014_2018")
    #expect(own.value == .figure(Estimate(NumberText.Decimal(930, decimals: 1))))
    #expect(own.comparison == .notTested(.percentagesOnly))
    #expect(own.cityComparison == .notTested(.noFigure))
    #expect(try table.figure("visits", InventedCity.hills, "2014_2018").value == .withheld)
    #expect(try table.figure("visits", InventedCity.hills, "2014_2018").comparison == .notTested(.noFigure))
    #expect(try table.figure("visits", InventedCity.city, "2014_2018").value == .missing)
}

@Test(arguments: [
    (PublishedValue.withheld, ":", "withheld"), (.coverage, ":", "coverage"), (.missing, "..", "missing"),
    (.pending, "...", "pending"), (.notApplicable, ".", "not-applicable"),
    (.notComputable(.boundariesChanged), ".", "not-computable"),
    (.figure(Estimate(NumberText.Decimal(0, decimals: 1))), "", "shown"),
])
func aReasonHasItsStandardMarkAndItsCode(value: PublishedValue, mark: String, code: String) {
    #expect(value.status.mark == mark)
    #expect(value.status.rawValue == code)
}

@Test func theProfilePeriodIsTheNewestThatTheCountryHasToo() throws {
    var city = InventedCity(persons: [harbour: [30: 100]])
    city.otherYears = [
        2020: [harbour: [30: 100], .country: [30: 1000]], 2021: [harbour: [30: 100], .country: [30: 1000]],
        2023: [.country: [30: 1000]],
    ]
    let table = try #require(
        try city.publish([.share(of: 30), IndicatorFile("part", measure: "{ kind: share-of-city }")]).table)
    #expect(table.profilePeriod(of: IndicatorID("share-30"), in: InventedCity.split) == Period(year: 2021))
    #expect(table.periods(of: IndicatorID("share-30")).map(\.start) == [2020, 2021, 2022, 2023])
    #expect(table.profilePeriod(of: IndicatorID("nothing"), in: InventedCity.split) == nil)
}

@Test func whereTheCountryHasNoFigureTheNewestOfAnyDistrictIsShown() throws {
    let both = [harbour: [30: 100], InventedCity.city: [30: 300], .country: [30: 1000]]
    var city = InventedCity(persons: both)
    city.otherYears = [2021: both]
    let table = try #require(try city.publish([IndicatorFile("part", measure: "{ kind: share-of-city }")]).table)
    #expect(table.profilePeriod(of: IndicatorID("part"), in: InventedCity.split) == Period(year: 2022))
}
