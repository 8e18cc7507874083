/// The outline of a shape or the course of a line: what a path's `d` says.
public struct SVGPath: Hashable, Sendable {
    /// The course so far, such as `M0 0L10 5Z`.
    public private(set) var text = ""

    /// No course yet.
    public init() {}

    /// Straight lines from point to point; closed, they go back to the first.
    public init(through points: [(x: Double, y: Double)], isClosed: Bool = false) {
        for (index, point) in points.enumerated() {
            if index == 0 { move(point.x, point.y) } else { line(point.x, point.y) }
        }
        if isClosed, !points.isEmpty { close() }
    }

    /// Lifts the pen and goes to a point.
    public mutating func move(_ x: Double, _ y: Double) { append("M", x, y) }

    /// Draws a straight line to a point.
    public mutating func line(_ x: Double, _ y: Double) { append("L", x, y) }

    /// Draws a straight line to where the pen last came down.
    public mutating func close() { text += "Z" }

    private mutating func append(_ command: String, _ x: Double, _ y: Double) {
        text += "\(command)\(SVGNumber.text(x)) \(SVGNumber.text(y))"
    }
}
