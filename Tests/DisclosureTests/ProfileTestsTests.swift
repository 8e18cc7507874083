import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

private let harbour = InventedCity.harbour
private let hills = InventedCity.hills
/// A tenth at each of four ages.
private let country = [10: 10_000, 20: 10_000, 30: 10_000, 40: 10_000, 50: 60_000]
private let shares = [10, 20, 30, 40].map { IndicatorFile.share(of: $0) }

/// A thousand persons, so many of them at each of four ages. Against a tenth in the country, the score test gives
/// p = 0.0016 for 130, 0.0269 for 121, 0.0350 for 120 and 1 for 100 (scipy: norm.sf((x − 100)/√90)·2).
private func district(_ counts: [Int]) -> [Int: Int] {
    [10: counts[0], 20: counts[1], 30: counts[2], 40: counts[3], 50: 1000 - counts.reduce(0, +)]
}

private func marks(_ table: PublishedTable, _ area: Area) throws -> [Comparison] {
    try shares.map { try table.figure($0.id, area).comparison }
}

@Test func falseDiscoveriesAreHeldDownWithinEachProfileByItself() throws {
    let city = InventedCity(persons: [
        .country: country, harbour: district([130, 121, 120, 100]), hills: district([100, 121, 100, 100]),
    ])
    let table = try #require(try city.publish(shares).table)
    // Sorted p: 0.0016 ≤ 1·0.05/4, 0.0269 > 2·0.05/4, 0.0350 ≤ 3·0.05/4: the three smallest stand out.
    #expect(try marks(table, harbour) == [.higher, .higher, .higher, .notDifferent])
    // The same 121 alone among four: 0.0269 > 1·0.05/4. Both profiles in one family would have had it otherwise.
    #expect(try marks(table, hills) == [.notDifferent, .notDifferent, .notDifferent, .notDifferent])
    #expect(table.tests(in: harbour) == 4)
}

@Test func whatIsOutsideTheBarometerIsNeitherTestedNorCounted() throws {
    var outside = shares
    for index in outside.indices.dropFirst() { outside[index].barometer = false }
    let city = InventedCity(persons: [.country: country, harbour: district([130, 121, 120, 100])])
    let table = try #require(try city.publish(outside).table)
    #expect(try table.figure("share-10", harbour).comparison == .higher)
    #expect(try table.figure("share-20", harbour).comparison == .notTested(.otherPeriod))
    #expect(table.tests(in: harbour) == 1)
}

@Test(arguments: [(0, Comparison.notDifferent), (1, .lower)])
func thereIsNeverAMarkWhereTheNumbersShownAreEqual(decimals: Int, expected: Comparison) throws {
    // 19.6 and 20.4 per cent, six standard errors apart; without decimals both read 20.
    let city = InventedCity(persons: [
        .country: [10: 2_040_000, 30: 7_960_000], harbour: [10: 19_600, 30: 80_400],
    ])
    let table = try #require(try city.publish([.share(of: 10, decimals: decimals)]).table)
    #expect(try table.figure("share-10", harbour).comparison == expected)
}

@Test func aDistrictIsTestedAgainstTheRestOfItsCityAndNotAgainstItself() throws {
    // 60 of 100 against 45 of 100 among the others: p = 0.034 (scipy: chi2_contingency without correction). Against
    // the whole city, 105 of 200 taken as fixed, p would be 0.13 and there would be no mark.
    let city = InventedCity(persons: [
        .country: [10: 60, 30: 40], InventedCity.city: [10: 105, 30: 95], harbour: [10: 60, 30: 40],
    ])
    let table = try #require(try city.publish([.share(of: 10)]).table)
    let own = try table.figure("share-10", harbour)
    #expect(own.cityComparison == .higher)
    #expect(own.comparison == .notDifferent)
}

@Test func aCityOfOneDistrictHasNoRestToBeTestedAgainst() throws {
    let everybody = [10: 60, 30: 40]
    let city = InventedCity(persons: [.country: everybody, InventedCity.city: everybody, harbour: everybody])
    let own = try #require(try city.publish([.share(of: 10)]).table).figure("share-10", harbour)
    #expect(own.cityComparison == .notTested(.noChance))
}

@Test func countsAndGrowthsAreNotTestedForNoChanceStandsBehindThem() throws {
    var city = InventedCity(persons: [.country: country, harbour: district([130, 121, 120, 100])])
    city.otherYears = [2021: [.country: country, harbour: district([100, 100, 100, 100])]]
    let table = try #require(
        try city.publish([
            IndicatorFile("count", measure: "{ kind: count }"),
            IndicatorFile("growth", measure: "{ kind: growth, years: 1 }"),
        ]).table)
    #expect(try table.figure("count", harbour).comparison == .notTested(.noChance))
    #expect(try table.figure("growth", harbour).comparison == .notTested(.noChance))
    #expect(table.tests(in: harbour) == 0)
}

@Test func onlyTheProfilePeriodOfADistrictIsTested() throws {
    var city = InventedCity(persons: [
        .country: country, InventedCity.city: country, harbour: district([130, 0, 0, 0]),
    ])
    city.otherYears = [2021: city.persons]
    let table = try #require(try city.publish([.share(of: 10)]).table)
    #expect(try table.figure("share-10", harbour).comparison == .higher)
    #expect(try table.figure("share-10", harbour, "2021").comparison == .notTested(.otherPeriod))
    #expect(try table.figure("share-10", InventedCity.city).comparison == .notTested(.reference))
    #expect(try table.figure("share-10", .country).comparison == .notTested(.reference))
}

@Test func aFigureWithoutAReferenceIsNotTested() throws {
    let table = try #require(try InventedCity(persons: [harbour: [10: 30, 30: 70]]).publish([.share(of: 10)]).table)
    #expect(try table.figure("share-10", harbour).comparison == .notTested(.noFigure))
    #expect(try table.figure("share-10", harbour).cityComparison == .notTested(.noFigure))
}
