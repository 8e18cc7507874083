import Markup

/// What stands above the drawings of a barometer: which way is which, and whose line the middle is.
public struct BarometerHeader: Hashable, Sendable {
    /// What the left is: less favourable, or lower.
    public var left: String
    /// What the right is: favourable, or higher.
    public var right: String
    /// Whose line the middle is: the country.
    public var middle: String

    /// The words of the header.
    public init(left: String, middle: String, right: String) {
        self.left = left
        self.middle = middle
        self.right = right
    }

    /// The header, 320 × 28 pixels. Hidden from assistive technology: the column is named in words.
    public func node(style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let right = BarometerRowChart.width - 1
        return ChartFrame.hidden(
            "barometer-header", width: BarometerRowChart.width, height: BarometerRowChart.height, isFluid: true,
            style: style,
            [
                BarometerMarks.arrow(x: 1, y: 19, pointsRight: false, paint),
                SVG.text(self.left, x: 10, y: 22, paint.text(size: 10)),
                SVG.text(
                    middle, x: BarometerRowChart.centre, y: 9, paint.text(size: 10, anchor: .middle, isBold: true)),
                BarometerMarks.spine(x: BarometerRowChart.centre, top: 12, bottom: 28, isNeutral: false, paint),
                SVG.text(self.right, x: right - 9, y: 22, paint.text(size: 10, anchor: .end)),
                BarometerMarks.arrow(x: right, y: 19, pointsRight: true, paint),
            ])
    }
}
