import Markup

/// The marks that a barometer's rows, header and legend share.
enum BarometerMarks {
    /// The line of the country; dotted where neither direction is better.
    static func spine(x: Double, top: Double, bottom: Double, isNeutral: Bool, _ paint: ChartPaint) -> Node {
        upright(x: x, from: top, to: bottom, paint.stroke(.spine, width: 1.5, dashes: isNeutral ? "2 2" : nil))
    }

    /// The size of the small type about the marks, in pixels.
    static let type = 8.0

    /// The tick of the city, with its letter above or below.
    static func city(
        x: Double, y: Double, letter: String, isLetterBelow: Bool = false, _ paint: ChartPaint
    ) -> [Node] {
        [
            upright(x: x, from: y - 5, to: y + 5, paint.stroke(.city, width: 2)),
            SVG.text(letter, x: x, y: isLetterBelow ? y + 12 : y - 6.5, paint.text(.city, anchor: .middle)),
        ]
    }

    /// An upright stroke; as a path, which is written shorter than a line.
    private static func upright(x: Double, from top: Double, to bottom: Double, _ stroke: Attributes) -> Node {
        SVG.path(SVGPath(through: [(x, top), (x, bottom)]), stroke)
    }

    /// The thin ticks of other districts, as one path: a page has thousands of them.
    static func sisters(at places: [Double], y: Double, _ paint: ChartPaint) -> [Node] {
        guard !places.isEmpty else { return [] }
        var path = SVGPath()
        for x in places {
            path.move(x, y - 3)
            path.line(x, y + 3)
        }
        return [SVG.path(path, paint.stroke(.sister, width: 1))]
    }

    /// The interval about a value, with small ends.
    static func whisker(from left: Double, to right: Double, y: Double, _ paint: ChartPaint) -> Node {
        var path = SVGPath(through: [(left, y), (right, y)])
        for end in [left, right] {
            path.move(end, y - 2.5)
            path.line(end, y + 2.5)
        }
        return SVG.path(path, paint.stroke(.interval, width: 1.2))
    }

    /// An arrow whose point is at x.
    static func arrow(x: Double, y: Double, pointsRight: Bool, _ paint: ChartPaint) -> Node {
        let back = pointsRight ? x - 6 : x + 6
        return SVG.path(
            SVGPath(through: [(x, y), (back, y - 3.5), (back, y + 3.5)], isClosed: true), paint.fill(.clipped))
    }
}
