import Disclosure
import Geography
import Indicators
import Registers

/// The figures of one indicator for one place, period by period, gaps included.
public struct Series: Sendable {
    /// The place.
    public let area: Area
    /// The figures, in order of time; one for every period that any place has one for.
    public let points: [PublishedFigure]

    /// The whole figures (not by sex or age) of `indicator` for `area`.
    init(_ indicator: IndicatorID, _ area: Area, in table: PublishedTable) {
        self.area = area
        let figures = table.figures(of: indicator, for: area)
        points = table.periods(of: indicator).compactMap { figures[$0] }
    }

    /// The newest figure with a number.
    public var newest: PublishedFigure? { points.last { $0.value.estimate != nil } }
}
