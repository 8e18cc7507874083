/// A point of the plane in whole decimetres, x to the east and y to the north of a middle that a map chooses.
///
/// Whole numbers, so that which side of a line a point lies on has an exact answer. Coordinates stay below 10⁸, so that
/// no product overflows.
struct GridPoint: Hashable, Sendable {
    var x: Int
    var y: Int

    /// Decimetres in a metre.
    static let perMetre = 10.0

    /// Twice the area of the triangle `a`, `b`, `c`: positive if they turn left, zero if they lie on a line.
    static func turn(_ a: Self, _ b: Self, _ c: Self) -> Int {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }

    /// How far `point` lies from the line through the ends of `segment`.
    static func distance(of point: Self, from segment: (from: Self, to: Self)) -> Double {
        let (dx, dy) = (Double(segment.to.x - segment.from.x), Double(segment.to.y - segment.from.y))
        return abs(Double(turn(segment.from, segment.to, point))) / (dx * dx + dy * dy).squareRoot()
    }

    /// True if the lines from `a` to `b` and from `c` to `d` cross at a point inside both.
    static func cross(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> Bool {
        let (first, second) = (turn(a, b, c).signum(), turn(a, b, d).signum())
        let (third, fourth) = (turn(c, d, a).signum(), turn(c, d, b).signum())
        return first * second < 0 && third * fourth < 0
    }

    /// True if the point lies in the triangle `a`, `b`, `c` or on its edge.
    func lies(in a: Self, _ b: Self, _ c: Self) -> Bool {
        let (first, second, third) = (Self.turn(a, b, self), Self.turn(b, c, self), Self.turn(c, a, self))
        return min(first, second, third) >= 0 || max(first, second, third) <= 0
    }
}

extension [GridPoint] {
    /// Twice the area that a ring (its first point not repeated) goes round; positive if it goes to the left.
    var doubledArea: Int {
        indices.reduce(0) { sum, index in
            let (a, b) = (self[index], self[(index + 1) % count])
            return sum + a.x * b.y - b.x * a.y
        }
    }

    /// The straight lines of a ring (its first point not repeated).
    var segments: [(from: GridPoint, to: GridPoint)] { indices.map { (self[$0], self[($0 + 1) % count]) } }

    /// True if lines of the ring cross.
    var crossesItself: Bool { !SegmentCrossings.pairs(segments).isEmpty }

    /// True if lines of the ring cross by more than `reach`: all ends of two lines lie that far from the other line.
    ///
    /// Where a ring runs back close to itself, rounding its points to the grid may let it cross by a step or two.
    func crossesItself(byMoreThan reach: Double) -> Bool {
        let segments = segments
        return SegmentCrossings.pairs(segments).contains { first, second in
            let (one, other) = (segments[first], segments[second])
            let depths = [
                GridPoint.distance(of: one.from, from: other), GridPoint.distance(of: one.to, from: other),
                GridPoint.distance(of: other.from, from: one), GridPoint.distance(of: other.to, from: one),
            ]
            return depths.allSatisfy { $0 > reach }
        }
    }
}

extension Int {
    /// Which square of `size` the number lies in, counted from 0; rounded down also below zero.
    func square(of size: Int) -> Int { self >= 0 ? self / size : -((-self + size - 1) / size) }
}
