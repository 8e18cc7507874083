import LocatedInput
import Markup

/// The development of a district, its city and the country over time.
///
/// Lines differ in dashes, width and points as well as colour, and are named at their ends. A missing value leaves a gap,
/// a break in the series a gap and a vertical bar.
public struct TrendChart: Hashable, Sendable {
    /// The periods, from the first on.
    public var periods: [ChartPeriod]
    /// The lines, the most important first: it is drawn above the others. Each has one value for each period.
    public var series: [TrendSeries]
    /// The unit, above the axis of values.
    public var unit: String
    /// Where the series breaks: the index of the first period after each break.
    public var breaks: Set<Int>

    /// Lines over `periods`.
    public init(periods: [ChartPeriod], series: [TrendSeries], unit: String, breaks: Set<Int> = []) {
        self.periods = periods
        self.series = series
        self.unit = unit
        self.breaks = breaks
    }

    static let width = 640.0
    static let height = 320.0
    private static let (top, bottom) = (30.0, 284.0)
    private static let left = 64.0

    /// The picture, 640 × 320 pixels.
    public func node(_ words: ChartWords, _ numbers: NumberStyle, style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        return ChartFrame(width: Self.width, height: Self.height, words: words, style: style)
            .node(marks(numbers, paint))
    }

    private var right: Double {
        let longest = series.map { ChartText.width($0.name, size: 12) }.max() ?? 0
        return Self.width - min(max(longest + 26, 60), 240)
    }

    private func marks(_ numbers: NumberStyle, _ paint: ChartPaint) -> [Node] {
        let shown = series.flatMap { line in
            line.values + line.intervals.flatMap { [$0?.lower, $0?.upper] }
        }.compactMap(\.self)
        let unitOfLastDigit = NumberText.Decimal(1, decimals: shown.map(\.decimals).max() ?? 0).double
        guard let ticks = AxisTicks(holding: shown.map(\.double), unit: unitOfLastDigit, steps: 6) else {
            return timeAxis(
                TimePlot(periods: periods, left: Self.left, right: right, top: 0, bottom: 0, values: []), paint)
        }
        let plot = TimePlot(
            periods: periods, left: Self.left, right: right, top: Self.top, bottom: Self.bottom,
            values: [ticks.lowest, ticks.highest])
        return valueAxis(ticks, plot, numbers, paint) + timeAxis(plot, paint) + breakBars(plot, paint)
            + series.reversed().flatMap { band($0, plot, paint) } + series.reversed().flatMap { line($0, plot, paint) }
            + names(plot, paint)
    }

    private func valueAxis(
        _ ticks: AxisTicks, _ plot: TimePlot, _ numbers: NumberStyle, _ paint: ChartPaint
    ) -> [Node] {
        ticks.values.flatMap { value -> [Node] in
            let y = plot.y(value.double)
            return [
                SVG.line(x1: Self.left - 8, y1: y, x2: right + 8, y2: y, paint.stroke(.grid, width: 0.5)),
                SVG.text(numbers.text(value), x: Self.left - 12, y: y + 4, paint.text(size: 11, anchor: .end)),
            ]
        } + [SVG.text(unit, x: 8, y: 14, paint.text(size: 11))]
    }

    /// The last period is always named, and of the others as many as there is room for, at even steps.
    private func timeAxis(_ plot: TimePlot, _ paint: ChartPaint) -> [Node] {
        let widest = periods.map { ChartText.width($0.label, size: 11) }.max() ?? 0
        let room = max(1, Int((right - Self.left) / (widest + 12)) + 1)
        let step = max(1, (periods.count + room - 1) / room)
        return periods.indices.flatMap { index -> [Node] in
            let isNamed = (periods.count - 1 - index).isMultiple(of: step)
            let x = plot.x(index)
            let tick = SVG.line(
                x1: x, y1: Self.bottom, x2: x, y2: Self.bottom + (isNamed ? 6 : 3), paint.stroke(.axis, width: 1))
            let name = SVG.text(
                periods[index].label, x: x, y: Self.bottom + 20, paint.text(size: 11, anchor: .middle))
            return isNamed ? [tick, name] : [tick]
        }
    }

    private func breakBars(_ plot: TimePlot, _ paint: ChartPaint) -> [Node] {
        breaks.sorted().compactMap { plot.x(ofBreakBefore: $0) }.map { x in
            SVG.line(x1: x, y1: Self.top, x2: x, y2: Self.bottom, paint.stroke(.seriesBreak, width: 1.2, dashes: "6 2"))
        }
    }

    /// The intervals as an area behind the line, cut where the line is.
    private func band(_ line: TrendSeries, _ plot: TimePlot, _ paint: ChartPaint) -> [Node] {
        let intervals = line.intervals.prefix(periods.count)
        return LineSegments.runs(of: intervals.map { $0 != nil }, breaks: breaks).filter { $0.count > 1 }.map { run in
            let ends = run.compactMap { index in intervals[index].map { (x: plot.x(index), interval: $0) } }
            let upper = ends.map { (x: $0.x, y: plot.y($0.interval.upper.double)) }
            let lower = ends.reversed().map { (x: $0.x, y: plot.y($0.interval.lower.double)) }
            return SVG.path(SVGPath(through: upper + lower, isClosed: true), paint.fill(line.role.paint, opacity: 20))
        }
    }

    private func line(_ line: TrendSeries, _ plot: TimePlot, _ paint: ChartPaint) -> [Node] {
        let stroke = paint.stroke(line.role.paint, width: line.role.width, dashes: line.role.dashes)
        let points = line.values.prefix(periods.count).indices.compactMap { index in
            line.values[index].map { line.role.point(x: plot.x(index), y: plot.y($0.double), paint) }
        }
        return plot.line(line.values, breaks: breaks, stroke, dot: 1, paint.fill(line.role.paint)) + points
    }

    /// The names at the lines' ends, moved apart where the ends meet.
    private func names(_ plot: TimePlot, _ paint: ChartPaint) -> [Node] {
        let ended = series.compactMap { line in
            line.values.prefix(periods.count).compactMap(\.self).last.map { (line, plot.y($0.double)) }
        }
        let heights = ChartText.spread(ended.map(\.1), distance: 15, within: Self.top...Self.bottom)
        return zip(ended, heights).flatMap { end, y in
            [
                end.0.role.point(x: right + 14, y: y, paint),
                SVG.text(
                    end.0.name, x: right + 22, y: y + 4,
                    paint.text(end.0.role.paint, size: 12, isBold: end.0.role == .district)),
            ]
        }
    }
}

extension TrendSeries.Role {
    fileprivate var paint: ChartRole {
        switch self {
        case .district: .district
        case .city: .city
        case .country: .country
        }
    }

    fileprivate var width: Double { self == .district ? 2.5 : 1.5 }

    fileprivate var dashes: String? {
        switch self {
        case .district: nil
        case .city: "7 3"
        case .country: "2 3"
        }
    }

    fileprivate func point(x: Double, y: Double, _ paint: ChartPaint) -> Node {
        switch self {
        case .district: SVG.circle(x: x, y: y, radius: 3.5, paint.fill(.district))
        case .city: SVG.rect(x: x - 3, y: y - 3, width: 6, height: 6, paint.fill(.city))
        case .country:
            SVG.path(
                SVGPath(through: [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)], isClosed: true), paint.fill(.country)
            )
        }
    }
}
