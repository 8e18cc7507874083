import LocatedInput
import Markup

/// From periods and values to pixels, in a frame with time to the right and values upwards.
struct TimePlot {
    private let periods: [ChartPeriod]
    private let left: Double
    private let right: Double
    private let top: Double
    private let bottom: Double
    private let lowest: Double
    private let highest: Double

    /// A frame whose height the lowest and highest of `values` fill; where they are equal, they stand in the middle.
    init(
        periods: [ChartPeriod], left: Double, right: Double, top: Double, bottom: Double, values: [Double]
    ) {
        self.periods = periods
        (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
        (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
    }

    /// Where a period stands: by the middle of its years; a single one in the middle.
    func x(_ index: Int) -> Double {
        guard let first = periods.first?.middle, let last = periods.last?.middle, last > first else {
            return (left + right) / 2
        }
        return left + (periods[index].middle - first) / (last - first) * (right - left)
    }

    /// Where a break before a period stands: halfway from the period before it.
    func x(ofBreakBefore index: Int) -> Double? {
        index > 0 && index < periods.count ? (x(index - 1) + x(index)) / 2 : nil
    }

    /// Where a value stands.
    func y(_ value: Double) -> Double {
        highest > lowest ? bottom - (value - lowest) / (highest - lowest) * (bottom - top) : (top + bottom) / 2
    }

    /// A series as lines between neighbouring values; a value alone becomes a dot.
    func line(
        _ values: [NumberText.Decimal?], breaks: Set<Int>, _ stroke: Attributes, dot radius: Double, _ fill: Attributes
    ) -> [Node] {
        var path = SVGPath()
        var dots: [Node] = []
        for run in LineSegments.runs(of: values.prefix(periods.count).map { $0 != nil }, breaks: breaks) {
            let points = run.compactMap { index in values[index].map { (x: x(index), y: y($0.double)) } }
            if points.count == 1 {
                dots += points.map { SVG.circle(x: $0.x, y: $0.y, radius: radius, fill) }
            } else {
                for (index, point) in points.enumerated() {
                    if index == 0 { path.move(point.x, point.y) } else { path.line(point.x, point.y) }
                }
            }
        }
        return (path.text.isEmpty ? [] : [SVG.path(path, stroke)]) + dots
    }
}
