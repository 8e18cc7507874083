/// The outline of a shape or the course of a line: what a path's `d` says.
public struct SVGPath: Hashable, Sendable {
    /// The course so far, in UTF-8.
    private var course: [UInt8] = []
    /// Where the pen is; `nil` before it first comes down and after a closed shape.
    private var pen: Point?

    /// A point in tenths of a pixel, which is as near as it is written.
    private struct Point: Hashable {
        let x: Int
        let y: Int
    }

    /// The course so far, such as `M0 0L10 5V0Z`.
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
    public mutating func move(_ x: Double, _ y: Double) { go("M", to: point(x, y)) }

    /// Draws a straight line to a point; level and upright ones are written short.
    public mutating func line(_ x: Double, _ y: Double) {
        let point = point(x, y)
        switch pen {
        case let pen? where pen.y == point.y: write("H", point.x)
        case let pen? where pen.x == point.x: write("V", point.y)
        default: go("L", to: point)
        }
        pen = point
    }

    /// Draws a straight line to where the pen last came down.
    public mutating func close() {
        course.append(UInt8(ascii: "Z"))
        pen = nil
    }

    private func point(_ x: Double, _ y: Double) -> Point { Point(x: SVGNumber.tenths(x), y: SVGNumber.tenths(y)) }

    private mutating func go(_ command: Unicode.Scalar, to point: Point) {
        write(command, point.x)
        course.append(UInt8(ascii: " "))
        SVGNumber.append(tenths: point.y, to: &course)
        pen = point
    }

    private mutating func write(_ command: Unicode.Scalar, _ tenths: Int) {
        course.append(UInt8(ascii: command))
        SVGNumber.append(tenths: tenths, to: &course)
    }
}
