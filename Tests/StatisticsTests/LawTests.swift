import TestSupport
import Testing

@testable import Statistics

struct LawTests {
    @Test(arguments: [0, 1, 7, 50, 99, 100]) func scoreTestAndWilsonIntervalSayTheSame(numerator: Int) {
        let interval = wilsonInterval(numerator: numerator, denominator: 100, z: NormalDistribution.z(level: 0.95))
        for reference in stride(from: 0.005, through: 0.995, by: 0.01) {
            let isOutside = !interval.contains(reference)
            let p = proportionTest(numerator: numerator, denominator: 100, against: reference)
            #expect((p < 0.05) == isOutside)
        }
    }

    @Test func ratioIntervalHoldsTheRatioAndTurnsOverWithTheCounts() {
        let interval = ratioInterval(numerator: 480, denominator: 520, z: 1.96)
        let turned = ratioInterval(numerator: 520, denominator: 480, z: 1.96)
        #expect(interval.contains(480.0 / 520.0))
        #expect(abs(interval.lowerBound * turned.upperBound - 1) < 1e-12)
    }

    @Test func summaryOfGroupedValuesIsThatOfTheValues() throws {
        let summary = try #require(MeanSummary([(value: 1, count: 2), (value: 4, count: 1)]))
        #expect(summary == MeanSummary(count: 3, mean: 2, variance: 3))
        #expect(MeanSummary([(value: 1, count: 1)]) == nil)
    }

    @Test func noTestsMeansNoDiscoveries() {
        #expect(falseDiscoveries([], rate: 0.05).isEmpty)
        #expect(falseDiscoveries([0.2, 0.9], rate: 0.05) == [false, false])
    }

    @Test(arguments: [0.0, 1, 4, 9]) func exactPoissonTestAndIntervalSayTheSame(events: Double) {
        let interval = poissonInterval(events: events, level: 0.95)
        for expected in stride(from: 0.05, through: 30, by: 0.1) {
            #expect((poissonTest(observed: events, expected: expected) < 0.05) == !interval.contains(expected))
        }
    }

    @Test func poissonLimitsRiseWithTheEventsThroughTheChangeOfMethodAndHoldThem() {
        let intervals = (0...40).map { poissonInterval(events: Double($0) / 2, level: 0.95) }
        for (index, pair) in zip(intervals, intervals.dropFirst()).enumerated() {
            #expect(pair.0.contains(Double(index) / 2))
            #expect(pair.0.lowerBound < pair.1.lowerBound || index == 0 && pair.0.lowerBound == 0)
            #expect(pair.0.upperBound < pair.1.upperBound)
        }
    }

    @Test func rateRatioTestDoesNotMindWhichComesFirstNorTheUnitOfTheBases() {
        let p = rateRatioTest(9, 250, 21, 310)
        #expect(relativeDifference(rateRatioTest(21, 310, 9, 250), p) < 1e-13)
        #expect(relativeDifference(rateRatioTest(9, 2500, 21, 3100), p) < 1e-13)
    }

    @Test(arguments: [0.3, 1, 9.5, 400]) func gammaTailsSumToOneAndQuantilesTurnThemOver(shape: Double) {
        for probability in [1e-9, 0.025, 0.5, 0.975] {
            for tail in [GammaDistribution.Tail.lower, .upper] {
                let x = GammaDistribution.quantile(tail, probability, shape: shape)
                let found = GammaDistribution.probability(tail, x, shape: shape)
                #expect(relativeDifference(found, probability) < 1e-12)
                let other = GammaDistribution.probability(tail == .lower ? .upper : .lower, x, shape: shape)
                #expect(abs(found + other - 1) < 1e-14)
            }
        }
    }

    @Test func standardisingToOnesOwnPeopleGivesTheCrudeRate() throws {
        let counts = [(3.0, 100.0), (9, 250), (12, 90)]
        let direct = try DirectStandardisation(
            counts.map { DirectStandardisation.Stratum(events: $0.0, population: $0.1, weight: $0.1) })
        #expect(relativeDifference(direct.rate, 24.0 / 440) < 1e-14)
        let rates = counts.map { $0.0 / $0.1 }
        let indirect = try #require(
            IndirectStandardisation(observed: counts.map(\.0), population: counts.map(\.1), reference: rates))
        #expect(relativeDifference(indirect.smr, 100) < 1e-14)
        #expect(indirect.smrInterval(level: 0.95).contains(100))
    }

    @Test func standardisationNamesTheEmptyStratumAndListsMustBeOfOneLength() {
        #expect(throws: DirectStandardisation.Refused.emptyStratum(1)) {
            try DirectStandardisation([
                DirectStandardisation.Stratum(events: 20, population: 10, weight: 1),
                DirectStandardisation.Stratum(events: 0, population: 0, weight: 1),
            ])
        }
        #expect(throws: DirectStandardisation.Refused.shape) { try DirectStandardisation([]) }
        #expect(throws: IndirectStandardisation.Refused.shape) { try IndirectStandardisation([]) }
        #expect(IndirectStandardisation(observed: [1, 2], population: [10], reference: [0.1]) == nil)
        #expect(IndirectStandardisation(observed: [1], population: [10], reference: [0]) == nil)
    }

    @Test func lifeExpectancyAtAConstantRateIsOneOverItAndMorePeopleMakeItSurer() throws {
        let band = LifeTable.Band(from: 50, width: nil, population: 8000, deaths: 160)
        #expect(try LifeTable(bands: [band]).lifeExpectancy == 50)
        func table(_ scale: Double) throws -> LifeTable {
            try LifeTable(bands: [
                LifeTable.Band(from: 0, width: 1, population: 500 * scale, deaths: 2 * scale),
                LifeTable.Band(from: 1, width: 59, population: 9000 * scale, deaths: 30 * scale),
                LifeTable.Band(from: 60, width: nil, population: 3000 * scale, deaths: 150 * scale),
            ])
        }
        let small = try table(1)
        let large = try table(4)
        #expect(relativeDifference(small.lifeExpectancy, large.lifeExpectancy) < 1e-14)
        #expect(relativeDifference(small.variance, 4 * large.variance) < 1e-14)
    }

    @Test func lifeTableNamesTheBandItStumblesOver() {
        func bands(_ population: Double, _ deaths: Double) -> [LifeTable.Band] {
            [
                LifeTable.Band(from: 30, width: 40, population: population, deaths: deaths),
                LifeTable.Band(from: 70, width: nil, population: 6000, deaths: 400),
            ]
        }
        #expect(throws: LifeTable.Refused.emptyBand(from: 30)) { try LifeTable(bands: bands(0, 0)) }
        #expect(throws: LifeTable.Refused.moreDeathsThanPeople(from: 30)) { try LifeTable(bands: bands(5, 6)) }
        #expect(throws: LifeTable.Refused.bands) { try LifeTable(bands: []) }
        #expect(LifeTable(bands(0, 0)) == nil)
        #expect(LifeTable(bands(5000, 40)) != nil)
    }

    @Test func aStraightGradientIsFoundExactlyAndTurnsWithTheOrder() throws {
        // people in the proportions 1 : 2 : 1 stand at the ranks 1/8, 1/2 and 7/8
        let groups = zip([100.0, 200, 100], [11.0, 14, 17]).map {
            InequalityGradient.Group(population: $0, value: $1, standardError: 1)
        }
        let gradient = try InequalityGradient(groups)
        #expect(gradient.slopeIndex == 8 && gradient.start == 10 && gradient.relativeIndex == 1.8)
        let turned = try InequalityGradient(groups.reversed())
        #expect(turned.slopeIndex == -8 && turned.start == 18)
        #expect(turned.sampledInterval(level: 0.95)?.contains(-8) == true)
    }

    @Test func noRatioAcrossZeroAndNoSampledLimitsWithoutErrors() throws {
        let gradient = try InequalityGradient(
            [-2.0, 1, 5].map { InequalityGradient.Group(population: 10, value: $0) })
        #expect(gradient.relativeIndex == nil && gradient.sampledInterval(level: 0.95) == nil)
        #expect(throws: InequalityGradient.Refused.emptyGroup(0)) {
            try InequalityGradient([0.0, 1, 5].map { InequalityGradient.Group(population: $0, value: 1) })
        }
    }

    @Test func aTrendHeedsOnlyTheLastFivePointsInWhateverOrderTheyCome() throws {
        let points = (2010...2020).map { year in
            Trend.Value(
                Trend.Period(first: year, last: year), value: year < 2016 ? 99 : Double(year), standardError: 0.5)
        }
        let trend = try Trend(points)
        #expect(trend.direction == .rising && relativeDifference(trend.slope, 1) < 1e-12)
        #expect(try Trend(points.reversed()) == trend)
        #expect(try Trend(Array(points.suffix(5))) == trend)
    }

    @Test func errorsOfATrendMayBeReadOffItsIntervals() {
        let period = Trend.Period(first: 2020, last: 2022)
        let point = Trend.Value(period, value: 80, interval: 79...81, level: 0.95)
        #expect(relativeDifference(point.standardError, 1 / NormalDistribution.z(level: 0.95)) < 1e-14)
    }

    @Test func theThresholdOfATrendHasTheProbabilityItClaims() {
        #expect(relativeDifference(NormalDistribution.twoSided(Trend.threshold.squareRoot()), 0.002) < 1e-12)
    }
}
