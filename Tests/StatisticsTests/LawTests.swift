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
}
