import LocatedInput
import Markup

/// The development of a district and the country, small enough for a table cell. Hidden from assistive technology: the
/// cell says the trend in words.
public struct Sparkline: Hashable, Sendable {
    /// The periods, from the first on.
    public var periods: [ChartPeriod]
    /// The district's values, one for each period; `nil` leaves a gap.
    public var district: [NumberText.Decimal?]
    /// The country's values, one for each period.
    public var country: [NumberText.Decimal?]
    /// Where the series breaks: the index of the first period after each break.
    public var breaks: Set<Int>

    /// The development over `periods`.
    public init(
        periods: [ChartPeriod], district: [NumberText.Decimal?], country: [NumberText.Decimal?], breaks: Set<Int> = []
    ) {
        self.periods = periods
        self.district = district
        self.country = country
        self.breaks = breaks
    }

    static let width = 96.0
    static let height = 28.0
    static let margin = 3.0

    /// The drawing, 96 × 28 pixels; the lowest and highest value touch its margins.
    public func node(style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let plot = TimePlot(
            periods: periods, left: Self.margin, right: Self.width - Self.margin, top: Self.margin,
            bottom: Self.height - Self.margin, values: (district + country).compactMap { $0?.double })
        var marks: [Node] = []
        for index in breaks.sorted() {
            guard let x = plot.x(ofBreakBefore: index) else { continue }
            marks.append(
                SVG.line(x1: x, y1: 0, x2: x, y2: Self.height, paint.stroke(.seriesBreak, width: 1, dashes: "2 1")))
        }
        marks += plot.line(country, breaks: breaks, paint.stroke(.country, width: 0.8), dot: 1, paint.fill(.country))
        marks += plot.line(district, breaks: breaks, paint.stroke(.district, width: 2), dot: 1.6, paint.fill(.district))
        return ChartFrame.hidden(
            "sparkline", width: Self.width, height: Self.height, isFluid: true, style: style, marks)
    }
}
