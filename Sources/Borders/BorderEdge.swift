/// A straight piece of a border, and on which side of it the ground lies.
///
/// An area is the sum of what lies below its edges, each counted with its sign: a place lies inside if the signs of the
/// edges above it sum to one.
struct BorderEdge: Sendable {
    /// Its western end.
    let left: GridPoint
    /// Its eastern end; always further east.
    let right: GridPoint
    /// 1 if the ground lies below it, -1 if it lies above.
    let sign: Int
    /// Whose border it is.
    let owner: Int

    /// The edges of an area of `owner`, the outer ring first and then the holes, whichever way they run; edges due
    /// north have no ground below them and are left out.
    static func edges(of rings: [[GridPoint]], owner: Int) -> [BorderEdge] {
        zip(rings.indices, rings).flatMap { position, ring -> [BorderEdge] in
            let turn = ring.doubledArea.signum() * (position == 0 ? 1 : -1)
            return ring.indices.compactMap { index in
                let (a, b) = (ring[index], ring[(index + 1) % ring.count])
                if a.x == b.x { return nil }
                // Round to the left, the ground lies below what runs west.
                return a.x < b.x
                    ? BorderEdge(left: a, right: b, sign: -turn, owner: owner)
                    : BorderEdge(left: b, right: a, sign: turn, owner: owner)
            }
        }
    }

    /// True if it runs above `point`, straight north of it; its western end counts and its eastern doesn't, so that of
    /// two areas that share an edge a point on it lies in one.
    func isAbove(_ point: GridPoint) -> Bool {
        left.x <= point.x && point.x < right.x && GridPoint.turn(left, right, point) < 0
    }

    /// How far north it runs at `x`.
    func height(at x: Double) -> Double {
        let part = (x - Double(left.x)) / Double(right.x - left.x)
        return Double(left.y) + part * Double(right.y - left.y)
    }

    /// The area below it and above the level `floor`, from its western to its eastern end, with its sign.
    func ground(above floor: Int) -> Double {
        Double(sign) * Double(left.y + right.y - 2 * floor) / 2 * Double(right.x - left.x)
    }

    /// The area below both it and `other` and above the level `floor`, from `start` to `end`, which both pass, with
    /// their signs.
    func sharedGround(with other: BorderEdge, from start: Int, to end: Int, above floor: Int) -> Double {
        let (a, b) = (Double(start), Double(end))
        let base = Double(floor)
        let (own, ends) = (height(at: a) - base, height(at: b) - base)
        let (others, otherEnds) = (other.height(at: a) - base, other.height(at: b) - base)
        let (first, last) = (own - others, ends - otherEnds)
        let (low, lastLow) = (min(own, others), min(ends, otherEnds))
        let mean: Double
        if first * last >= 0 {
            mean = (low + lastLow) / 2
        } else {
            let part = first / (first - last)
            let crossing = own + part * (ends - own)
            mean = (part * (low + crossing) + (1 - part) * (crossing + lastLow)) / 2
        }
        return Double(sign * other.sign) * mean * (b - a)
    }
}
