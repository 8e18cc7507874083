/// The outline of a shape or the course of a line: what a path's `d` says.
public struct SVGPath: Hashable, Sendable {
    /// The course so far, in UTF-8.
    private var course: [UInt8] = []

    /// The course so far, such as `M0 0L10 5Z`.
    public var text: String { String(decoding: course, as: UTF8.self) }

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
    public mutating func move(_ x: Double, _ y: Double) { append(UInt8(ascii: "M"), x, y) }

    /// Draws a straight line to a point.
    public mutating func line(_ x: Double, _ y: Double) { append(UInt8(ascii: "L"), x, y) }

    /// Draws a straight line to where the pen last came down.
    public mutating func close() { course.append(UInt8(ascii: "Z")) }

    private mutating func append(_ command: UInt8, _ x: Double, _ y: Double) {
        course.append(command)
        SVGNumber.append(x, to: &course)
        course.append(UInt8(ascii: " "))
        SVGNumber.append(y, to: &course)
    }
}
