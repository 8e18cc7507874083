import Markup

/// One sign of the barometer alone, for a table cell or a legend. Hidden from assistive technology: words stand beside it.
public enum MarkerSymbol: Hashable, Sendable {
    /// The mark of a verdict.
    case verdict(ChartVerdict)
    /// The line of the country; dotted where neither direction is better.
    case country(isNeutral: Bool)
    /// The tick and letter of the city.
    case city(letter: String)
    /// The tick of another district.
    case sister
    /// The whisker of an interval.
    case interval
    /// The arrow of values outside the scale.
    case clipped
    /// Which way a series goes.
    case trend(ChartTrend)

    /// The sign in a frame of 18 × 18 pixels.
    public func node(style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let type: Double? = if case .city = self { BarometerMarks.type } else { nil }
        return ChartFrame.hidden("symbol", width: 18, height: 18, type: type, style: style, marks(paint))
    }

    /// The sign as a definition that a page's other places use by its `id`.
    public func definition(id: String) -> Node {
        .element("symbol", ["id": id, "viewBox": "0 0 18 18"], marks(ChartPaint(style: .page)))
    }

    private func marks(_ paint: ChartPaint) -> [Node] {
        switch self {
        case .verdict(let verdict): [verdict.marker(x: 9, y: 9, radius: 5.5, paint)]
        case .country(let isNeutral): [BarometerMarks.spine(x: 9, top: 1, bottom: 17, isNeutral: isNeutral, paint)]
        case .city(let letter): BarometerMarks.city(x: 9, y: 12, letter: letter, paint)
        case .sister: BarometerMarks.sisters(at: [9], y: 9, paint)
        case .interval: [BarometerMarks.whisker(from: 2, to: 16, y: 9, paint)]
        case .clipped: [BarometerMarks.arrow(x: 15, y: 9, pointsRight: true, paint)]
        case .trend(let trend): [trend.mark(x: 9, y: 9, reach: 5, paint)]
        }
    }
}
