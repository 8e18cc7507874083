import TestSupport
import Testing

@testable import Borders

struct SegmentCrossingsTests {
    @Test(arguments: 0..<40) func findsWhatComparingEveryPairFinds(seed: UInt64) {
        var draws = SeededDraws(seed: seed)
        let reach = seed.isMultiple(of: 2) ? 100 : 100_000
        let segments = (0..<60).map { index -> (from: GridPoint, to: GridPoint) in
            func point() -> GridPoint {
                GridPoint(
                    x: Int.random(in: -reach...reach, using: &draws), y: Int.random(in: -reach...reach, using: &draws))
            }
            let from = point()
            // Most are short, so that the squares are small and the long ones pass many.
            guard index.isMultiple(of: 3) else {
                return (
                    from,
                    GridPoint(
                        x: from.x + Int.random(in: -9...9, using: &draws),
                        y: from.y + Int.random(in: -9...9, using: &draws))
                )
            }
            return (from, point())
        }
        var expected: Set<SIMD2<Int>> = []
        for first in segments.indices {
            for second in segments.indices where second > first {
                let (one, other) = (segments[first], segments[second])
                if GridPoint.cross(one.from, one.to, other.from, other.to) { expected.insert(SIMD2(first, second)) }
            }
        }
        #expect(Set(SegmentCrossings.pairs(segments).map { SIMD2($0.0, $0.1) }) == expected)
    }
}
