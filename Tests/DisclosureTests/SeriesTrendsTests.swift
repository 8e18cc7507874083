import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

private let harbour = InventedCity.harbour
private let country = [10: 10_000, 30: 90_000]

/// The city where `tens` of a thousand are ten years old, year by year up to 2022; `nil` where nobody knows.
private func city(_ tens: [Int?], of whole: Int = 1000) -> InventedCity {
    var city = InventedCity()
    for (index, ten) in tens.enumerated() {
        let year = 2022 - tens.count + 1 + index
        var persons: [Area: [Int: Int]] = [.country: country]
        if let ten { persons[harbour] = [10: ten, 30: whole - ten] }
        if year == 2022 { city.persons = persons } else { city.otherYears[year] = persons }
    }
    return city
}

private func trend(_ tens: [Int?], of whole: Int = 1000, decimals: Int = 1) throws -> TrendFinding {
    let table = try #require(try city(tens, of: whole).publish([.share(of: 10, decimals: decimals)]).table)
    return try table.figure("share-10", harbour).trend
}

/// Chi-square for trend, (Σ(s − 3)x)² / (p(1 − p)·Σn(s − 3)²) in plain Python: 19.46 rising or falling and 0.43; the
/// limit is 9.55.
@Test(arguments: [
    ([100, 112, 125, 139, 160], TrendFinding.rising), ([160, 139, 125, 112, 100], .falling),
    ([100, 104, 99, 108, 108], .unclear),
])
func aSeriesIsSaidToRiseOrFallOnlyWhereItClearlyDoes(_ tens: [Int], expected: TrendFinding) throws {
    #expect(try trend(tens) == expected)
}

@Test func aJumpInOneYearAloneIsNoTrend() throws {
    // Chi-square is 19.41, and the slope is 0 as soon as the last year is left out.
    #expect(try trend([100, 100, 100, 100, 170]) == .unclear)
}

@Test func onlyTheLastFivePointsCount() throws {
    #expect(try trend([300, 300, 100, 112, 125, 139, 160]) == .rising)
}

@Test func thereIsNeverATrendWhereTheFirstAndTheLastNumberShownAreEqual() throws {
    // 19.6 to 20.4 per cent of a million in even steps; without decimals all read 20.
    let tens = [196_000, 198_000, 200_000, 202_000, 204_000]
    #expect(try trend(tens, of: 1_000_000) == .rising)
    #expect(try trend(tens, of: 1_000_000, decimals: 0) == .unclear)
}

@Test(arguments: [
    ([100, 112, 125, 139], UntestedTrend.fewPoints), ([90, 100, nil, 125, 139, 160], .gap),
    ([0, 12, 25, 39, 60], .extreme), ([100, 112, 125, 139, nil], .noFigure),
])
func aSeriesThatCannotBeTestedSaysWhy(_ tens: [Int?], expected: UntestedTrend) throws {
    // The country has no number in the last case either way: profiles then show the year before.
    guard expected == .noFigure else { return #expect(try trend(tens) == .notTested(expected)) }
    var city = city(tens)
    city.persons[InventedCity.hills] = [10: 100, 30: 900]
    let table = try #require(try city.publish([.share(of: 10)]).table)
    #expect(try table.figure("share-10", harbour).trend == .notTested(.noFigure))
}

@Test func countsAndOwnersPercentagesHaveNoTrend() throws {
    var city = city([100, 112, 125, 139, 160])
    city.visits = [harbour: .number(NumberText.Decimal(93, decimals: 0))]
    var visits = IndicatorFile("visits", measure: "{ kind: published, age: 2_2, category: visit }")
    visits.register = "visits"
    let table = try #require(
        try city.publish([IndicatorFile("count", measure: "{ kind: count }"), visits]).table)
    #expect(try table.figure("count", harbour).trend == .notTested(.noChance))
    #expect(try table.figure("visits", harbour, "2014_2018").trend == .notTested(.percentagesOnly))
}

@Test func theTrendStandsAtTheNewestPeriodAlone() throws {
    let table = try #require(try city([100, 100, 112, 125, 139, 160]).publish([.share(of: 10)]).table)
    #expect(try table.figure("share-10", harbour, "2021").trend == .notTested(.otherFigure))
    #expect(try table.figure("share-10", harbour, "2021").trend.code == "")
    #expect(try table.figure("share-10", .country).trend == .unclear)
}

// MARK: - Breaks

private func figures(_ counts: [Int], years: Int = 1, broken: Int? = nil) throws -> [ConfidentialFigure] {
    try counts.enumerated().map { index, count in
        let end = 2020 + index
        let key = FigureKey(
            indicator: IndicatorID("share"), area: harbour,
            period: try #require(Period(start: end - years + 1, end: end)))
        let basis = Basis.proportion(numerator: Double(count), denominator: 1000)
        return ConfidentialFigure(
            key, .estimate(Double(count) / 10, basis), flags: index == broken ? [.seriesBreak] : [])
    }
}

private func finding(_ figures: [ConfidentialFigure]) throws -> TrendFinding {
    let indicator = try #require(try InventedCity.library([.share(of: 10)]).indicators.first)
    let last = try #require(figures.last)
    return SeriesTrends(figures, of: indicator, upTo: last.key.period, try InventedCity.policy()).finding(last)
}

@Test(arguments: [(1, TrendFinding.rising), (2, .notTested(.fewPoints))])
func pointsBeforeABreakAreLeftOut(broken: Int, expected: TrendFinding) throws {
    #expect(try finding(figures([300, 100, 112, 125, 139, 160], broken: broken)) == expected)
}

@Test func aPeriodThatReachesAcrossABreakIsLeftOutToo() throws {
    // Periods of two years ending in 2020 to 2029; those of 2021–2022, … 2029 are the five without overlap.
    let counts = [100, 100, 112, 112, 125, 125, 139, 139, 160, 160]
    #expect(try finding(figures(counts, years: 2)) == .rising)
    // Broken at 2021, the period 2020–2021 straddles: 2021–2022 holds no year before it.
    #expect(try finding(figures([50] + counts, years: 2, broken: 1)) == .rising)
    #expect(try finding(figures([50] + counts, years: 2, broken: 2)) == .notTested(.fewPoints))
}

@Test func aHiddenPointIsAMissingOneAndKeepsItsBreak() throws {
    let rule = CoverageRule(mostUnknown: 0.08, largestDifference: 0.05)
    var figures = try figures([100, 100, 112, 125, 139, 160], broken: 1)
    let hidden = figures[1]
    figures[1] = rule.applied(
        to: ConfidentialFigure(
            hidden.key, hidden.value, flags: hidden.flags, unknown: UnknownShare(events: 0.2, denominator: 0)))
    #expect(figures[1].value.isCoverage)
    #expect(try finding(figures) == .notTested(.fewPoints))
}

extension ConfidentialFigure.Value {
    fileprivate var isCoverage: Bool {
        if case .coverage = self { return true }
        return false
    }
}
