import LocatedInput
import Markup

/// A bar over a number of equal places, as wide as its cell: what is certain full, what is possible faint, and a line
/// where something begins to be enough. Words beside it say the same.
struct RequestBar {
    /// How many places there are.
    let places: Int
    /// The places that are filled.
    let certain: Range<Int>
    /// The place in which the bar ends somewhere; `nil` for one that ends where it is filled.
    var possible: Int?
    /// Before which place the line stands; `nil` for none.
    var line: Int?

    private static let width = 10.0
    private static let height = 10.0

    /// The bar as an inline picture.
    func markup() throws(MarkupFault) -> Markup {
        var marks = [mark("track", 0..<places), mark("certain", certain)]
        if let possible { marks.append(mark("possible", possible..<possible + 1)) }
        if let line {
            let x = Double(line) * Self.width
            marks.append(
                SVG.line(
                    x1: x, y1: 0, x2: x, y2: Self.height, ["class": "floor", "vector-effect": "non-scaling-stroke"]))
        }
        return try Markup(
            SVG.inline(
                frame: Double(places) * Self.width, Self.height,
                ["class": "bar", "preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"], marks))
    }

    private func mark(_ name: String, _ range: Range<Int>) -> Node {
        SVG.rect(
            x: Double(range.lowerBound) * Self.width, y: 0, width: Double(range.count) * Self.width,
            height: Self.height,
            ["class": name])
    }
}
