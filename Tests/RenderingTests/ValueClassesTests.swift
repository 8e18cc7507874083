import LocatedInput
import Testing

@testable import Rendering

struct ValueClassesTests {
    private static func tenths(_ values: [Int]) -> [NumberText.Decimal] {
        values.map { NumberText.Decimal($0, decimals: 1) }
    }

    @Test func aboutAsManyDistrictsLieInEachClassWithRoundLimits() {
        let values = Self.tenths([39, 46, 63, 63, 65, 66, 67, 68, 68, 68, 68, 69, 69, 76, 77])
        let classes = ValueClasses(of: values)
        #expect(classes.limits.map(\.text) == ["6.5", "6.8", "6.9"])
        let sizes = (1...4).map { step in values.count { classes.step(of: $0) == step } }
        #expect(sizes == [4, 3, 4, 4])
    }

    @Test(arguments: 0..<300)
    func everyClassHoldsTwoDistrictsAndLimitsPartThemInOrder(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let count = Int.random(in: 0...20, using: &random)
        let spread = [3, 30, 3000][seed % 3]
        let values = Self.tenths((0..<count).map { _ in Int.random(in: -spread...spread, using: &random) })
        let classes = ValueClasses(of: values)
        #expect((1...4).contains(classes.count))
        #expect(zip(classes.limits, classes.limits.dropFirst()).allSatisfy { $0.scaled < $1.scaled })
        for step in 1...classes.count where classes.count > 1 {
            #expect(values.count { classes.step(of: $0) == step } >= 2)
        }
        // A value's class never depends on where it stands among the others.
        let sorted = values.sorted { $0.scaled < $1.scaled }.map { classes.step(of: $0) }
        #expect(sorted == sorted.sorted())
        #expect(ValueClasses(of: values.reversed()) == classes)
    }

    @Test(arguments: [[], [10], [10, 20, 30], [10, 10, 10, 10, 10]])
    func tooFewValuesOrTooManyAlikeMakeOneClass(values: [Int]) {
        #expect(ValueClasses(of: Self.tenths(values)).count == 1)
    }

    @Test func aLimitIsTheRoundestNumberBetweenTwoValues() {
        #expect(ValueClasses(of: Self.tenths([11, 12, 187, 188])).limits.map(\.text) == ["10.0"])
        #expect(ValueClasses(of: Self.tenths([-50, -49, -3, -2])).limits.map(\.text) == ["-2.0"])
        #expect(ValueClasses(of: Self.tenths([-9, -8, 8, 9])).limits.map(\.text) == ["0.0"])
    }
}
