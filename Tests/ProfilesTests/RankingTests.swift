import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Disclosure
@testable import Indicators
@testable import Profiles

struct RankingTests {
    /// Rows of districts with these numbers and ends of intervals; `nil` for one without a number.
    private static func rows(_ numbers: [(value: Int, lower: Int?, upper: Int?)?]) throws
        -> [(place: Place, row: ProfileRow)]
    {
        let file = IndicatorFile("x", measure: "{ kind: mean-age }")
        var profiles = InventedProfiles([file])
        profiles.add("x", InventedProfiles.harbour, 1)
        let maker = try profiles.maker()
        let place = try #require(maker.places.first)
        let indicator = try #require(maker.library.indicators.first)
        return numbers.map { number in
            let value: PublishedValue =
                number.map { number in
                    .figure(
                        Estimate(
                            .init(number.value, decimals: 0), lower: number.lower.map { .init($0, decimals: 0) },
                            upper: number.upper.map { .init($0, decimals: 0) }))
                } ?? .withheld
            let figure = PublishedFigure(
                key: FigureKey(indicator: indicator.id, area: place.area, period: Period(year: 2022)), value: value,
                flags: [], comparison: .notDifferent, cityComparison: .notDifferent, trend: .unclear)
            let series = Series(indicator.id, place.area, in: maker.table)
            let row = ProfileRow(
                number: nil, indicator: indicator, period: Period(year: 2022), figure: figure, city: nil, country: nil,
                sisters: [], verdict: .notDifferent, cityVerdict: .notDifferent, series: series, citySeries: series,
                countrySeries: series)
            return (place, row)
        }
    }

    @Test func aDistrictHasEveryPlaceThatItsIntervalAllows() throws {
        // The second and third overlap; the fourth lies below all; the last touches the first.
        let ranking = try #require(
            Ranking(try Self.rows([(50, 45, 55), (30, 25, 36), (34, 30, 40), (10, 8, 12), (60, 55, 65)])))
        #expect(ranking.entries.map(\.estimate.value.scaled) == [60, 50, 34, 30, 10])
        #expect(ranking.entries.map(\.places) == [1...2, 1...2, 3...4, 3...4, 5...5])
    }

    @Test func districtsWithoutANumberHaveNoPlace() throws {
        let ranking = try #require(Ranking(try Self.rows([(1, 0, 9), nil, (2, 1, 8), (3, 2, 7)])))
        #expect(ranking.entries.map(\.places) == [1...3, 1...3, 1...3])
    }

    @Test func equalNumbersStandInOfficialOrder() throws {
        let ranking = try #require(Ranking(try Self.rows([(5, 1, 9), (5, 2, 8), (5, 3, 7)])))
        #expect(ranking.entries.map { $0.estimate.lower?.scaled } == [1, 2, 3])
    }

    @Test func aRankingThatWouldSayMoreThanIsKnownIsNotMade() throws {
        #expect(Ranking(try Self.rows([(1, 0, 2), (2, 1, 3)])) == nil)
        #expect(Ranking(try Self.rows([(1, 0, 2), (2, 1, 3), (3, nil, nil)])) == nil)
        #expect(Ranking(try Self.rows([nil, nil, nil])) == nil)
    }
}
