import Disclosure
import Testing
import TestSupport

@testable import SplitRequests

struct YieldSharesTests {
    private static func statuses(_ shown: Int, _ withheld: Int, _ coverage: Int, _ missing: Int) -> [FigureStatus] {
        Array(repeating: .shown, count: shown) + Array(repeating: .withheld, count: withheld)
            + Array(repeating: .coverage, count: coverage) + Array(repeating: .missing, count: missing)
    }

    private static func parts(_ shares: FigureShares) -> [Double] {
        [shares.shown, shares.withheld, shares.uncovered, shares.unavailable]
    }

    private static func parts(_ shares: YieldShares) -> [Int] {
        [shares.shown, shares.withheld, shares.uncovered, shares.unavailable]
    }

    @Test func whateverBecomesOfFiguresTheSharesAreAllOfThem() throws {
        var draws = SeededDraws(seed: 7)
        for _ in 0..<500 {
            let counts = (0..<4).map { _ in Int.random(in: 0...40, using: &draws) }
            guard counts.contains(where: { $0 > 0 }) else { continue }
            let shares = try #require(FigureShares(Self.statuses(counts[0], counts[1], counts[2], counts[3])))
            #expect(abs(Self.parts(shares).reduce(0, +) - 1) < 1e-9)
            let told = YieldShares(shares)
            #expect(Self.parts(told).reduce(0, +) == 100)
            for (exact, rounded) in zip(Self.parts(shares), Self.parts(told)) {
                #expect(rounded % YieldShares.step == 0)
                #expect(abs(exact * 100 - Double(rounded)) < Double(YieldShares.step))
            }
        }
    }

    @Test(arguments: [
        // 2 of 3, 1 of 3: 66.7 and 33.3, of which the first is nearer to its step above.
        (2, 1, 0, 0, [65, 35, 0, 0]),
        (1, 0, 0, 1, [50, 0, 0, 50]), (7, 1, 0, 0, [90, 10, 0, 0]), (199, 1, 0, 0, [100, 0, 0, 0]),
        (1, 1, 1, 1, [25, 25, 25, 25]), (0, 0, 0, 3, [0, 0, 0, 100]),
    ])
    func sharesAreToldInStepsThatAddUp(shown: Int, withheld: Int, coverage: Int, missing: Int, told: [Int]) throws {
        let shares = try #require(FigureShares(Self.statuses(shown, withheld, coverage, missing)))
        #expect(Self.parts(YieldShares(shares)) == told)
    }

    @Test func whatCannotBeIsNotThere() throws {
        let shares = try #require(FigureShares([.missing, .pending, .notApplicable, .notComputable]))
        #expect(shares.unavailable == 1)
    }

    @Test func noFiguresHaveNoShares() {
        #expect(FigureShares([]) == nil)
        #expect(FigureShares(meanOf: []) == nil)
    }

    @Test func indicatorsCountTheSameHoweverManyFiguresTheyHave() throws {
        let many = try #require(FigureShares(Self.statuses(100, 0, 0, 0)))
        let few = try #require(FigureShares(Self.statuses(0, 1, 0, 0)))
        #expect(FigureShares(meanOf: [many, few])?.shown == 0.5)
    }
}
