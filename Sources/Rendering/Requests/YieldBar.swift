import Markup
import SplitRequests

/// Shares of figures as a bar as wide as its cell: what is shown as high as the bar, what is left out half as high, and
/// nothing where there are no figures. Words beside it say the same.
struct YieldBar {
    let shares: YieldShares

    private static let height = 10.0

    /// The bar as an inline picture.
    func markup() throws(MarkupFault) -> Markup {
        let marks = [
            mark("ground", from: 0, to: 100, height: Self.height / 10),
            mark("certain", from: 0, to: shares.shown, height: Self.height),
            mark("left-out", from: shares.shown, to: shares.shown + shares.leftOut, height: Self.height / 2),
        ]
        return try Markup(
            SVG.inline(
                frame: 100, Self.height,
                ["class": "bar", "preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"], marks))
    }

    private func mark(_ name: String, from: Int, to: Int, height: Double) -> Node {
        SVG.rect(
            x: Double(from), y: Self.height - height, width: Double(to - from), height: height, ["class": name])
    }
}
