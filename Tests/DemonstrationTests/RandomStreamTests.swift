import Foundation
import Testing

@testable import Demonstration

struct RandomStreamTests {
    /// The first outputs of SplitMix64 from the state 1234567, as its authors' reference program prints them.
    @Test func theGeneratorIsSplitMix64() {
        var stream = RandomStream(state: 1_234_567)
        #expect(stream.next() == 6_457_827_717_110_365_317)
        #expect(stream.next() == 3_203_168_211_198_807_973)
        #expect(stream.next() == 9_817_491_932_198_370_423)
    }

    @Test func everyPurposeHasAStreamOfItsOwn() {
        var streams = [
            RandomStream(seed: 1, "a", "b"), RandomStream(seed: 1, "ab"), RandomStream(seed: 1, "a"),
            RandomStream(seed: 2, "a"),
        ]
        let first = streams.indices.map { streams[$0].next() }
        #expect(Set(first).count == 4)
        var again = RandomStream(seed: 1, "a", "b")
        #expect(again.next() == first[0])
    }

    @Test(arguments: [(5, 0.3), (40, 0.02), (40, 0.97), (1000, 0.5), (100_000, 0.001), (100_000, 0.4)])
    func binomialNumbersHaveTheirMeanAndVariance(count: Int, probability: Double) {
        var stream = RandomStream(seed: 3, "binomial", String(count), String(probability))
        let drawn = (0..<4000).map { _ in Double(stream.binomial(count, probability)) }
        let mean = drawn.reduce(0, +) / 4000
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
        let expected = Double(count) * probability * (1 - probability)
        #expect(abs(mean - Double(count) * probability) < 5 * (expected / 4000).squareRoot())
        #expect(abs(variance / expected - 1) < 0.2)
        #expect(drawn.allSatisfy { (0...Double(count)).contains($0) })
    }

    @Test func binomialNumbersOfTheCertainAndTheImpossible() {
        var stream = RandomStream(seed: 3, "edges")
        #expect(stream.binomial(7, 0) == 0 && stream.binomial(7, 1) == 7 && stream.binomial(0, 0.5) == 0)
    }

    @Test func ourExponentialIsTheUsualOne() {
        for step in -60...60 {
            let exponent = Double(step) / 10
            #expect(abs(exponential(exponent) / exp(exponent) - 1) < 1e-12)
        }
    }
}
