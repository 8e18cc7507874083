import Markup

/// Which way a series goes, as a sign shows it: by the slant of a line.
public enum ChartTrend: CaseIterable, Hashable, Sendable {
    /// ↗ Up.
    case rising
    /// ↘ Down.
    case falling
    /// – Not clearly either way.
    case unclear

    /// The sign about a point, `reach` to each side of it.
    func mark(x: Double, y: Double, reach: Double, _ paint: ChartPaint) -> Node {
        guard self != .unclear else {
            return SVG.line(x1: x - reach, y1: y, x2: x + reach, y2: y, paint.stroke(.unclear, width: 1.8))
        }
        let up = self == .rising ? -reach : reach
        var arrow = SVGPath(through: [(x - reach, y - up), (x + reach, y + up)])
        arrow.move(x - reach * 0.2, y + up)
        arrow.line(x + reach, y + up)
        arrow.line(x + reach, y - up * 0.2)
        return SVG.path(arrow, paint.stroke(.differs, width: 1.8))
    }
}
