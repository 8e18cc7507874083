/// The outline of a shape or the course of a line: what a path's `d` says.
///
/// Lines are written by how far they go from where the pen is, in whole tenths of a pixel, so that nothing adds up and a
/// page with thousands of them stays small.
public struct SVGPath: Hashable, Sendable {
    /// The course so far, in UTF-8.
    private var course: [UInt8] = []
    /// Where the pen is.
    private var pen = Point(x: 0, y: 0)
    /// Where it last came down.
    private var start = Point(x: 0, y: 0)

    /// A point in tenths of a pixel, which is as near as it is written.
    private struct Point: Hashable {
        let x: Int
        let y: Int
    }

    /// The course so far, such as `M0 0l10 5v-5z`.
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
    public mutating func move(_ x: Double, _ y: Double) {
        start = point(x, y)
        write("M", start.x, start.y)
        pen = start
    }

    /// Draws a straight line to a point.
    public mutating func line(_ x: Double, _ y: Double) {
        let end = point(x, y)
        switch (end.x - pen.x, end.y - pen.y) {
        case (let across, 0): write("h", across)
        case (0, let down): write("v", down)
        case (let across, let down): write("l", across, down)
        }
        pen = end
    }

    /// Draws a straight line to where the pen last came down.
    public mutating func close() {
        course.append(UInt8(ascii: "z"))
        pen = start
    }

    private func point(_ x: Double, _ y: Double) -> Point { Point(x: SVGNumber.tenths(x), y: SVGNumber.tenths(y)) }

    /// Writes a command and its numbers; a minus parts two numbers as well as a space does.
    private mutating func write(_ command: Unicode.Scalar, _ tenths: Int...) {
        course.append(UInt8(ascii: command))
        for (index, number) in tenths.enumerated() {
            if index > 0, number >= 0 { course.append(UInt8(ascii: " ")) }
            SVGNumber.append(tenths: number, to: &course)
        }
    }
}
