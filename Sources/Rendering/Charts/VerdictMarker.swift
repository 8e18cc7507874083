import Markup

extension ChartVerdict {
    /// The class and colour that go with the shape.
    var role: ChartRole {
        switch self {
        case .favourable: .better
        case .lessFavourable: .worse
        case .notClearlyDifferent: .unclear
        case .higher, .lower: .differs
        case .notTested: .untested
        }
    }

    /// The mark about a point; every verdict has a shape of its own.
    func marker(x: Double, y: Double, radius: Double, _ paint: ChartPaint) -> Node {
        switch self {
        case .favourable: SVG.circle(x: x, y: y, radius: radius, paint.fill(role))
        case .lessFavourable:
            SVG.rect(
                x: x - radius * 0.9, y: y - radius * 0.9, width: radius * 1.8, height: radius * 1.8, paint.fill(role))
        case .notClearlyDifferent: SVG.circle(x: x, y: y, radius: radius - 0.5, paint.hollow(role, width: 1.6))
        case .higher, .lower: SVG.path(Self.triangle(x, y, radius, isUp: self == .higher), paint.fill(role))
        case .notTested: SVG.path(Self.cross(x, y, radius * 0.8), paint.stroke(role, width: 1.8))
        }
    }

    private static func triangle(_ x: Double, _ y: Double, _ radius: Double, isUp: Bool) -> SVGPath {
        let height = isUp ? -radius : radius
        return SVGPath(
            through: [(x, y + height), (x + radius, y - height * 0.8), (x - radius, y - height * 0.8)], isClosed: true)
    }

    private static func cross(_ x: Double, _ y: Double, _ arm: Double) -> SVGPath {
        var path = SVGPath(through: [(x - arm, y - arm), (x + arm, y + arm)])
        path.move(x - arm, y + arm)
        path.line(x + arm, y - arm)
        return path
    }
}
