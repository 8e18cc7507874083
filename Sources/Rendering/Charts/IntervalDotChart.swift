import LocatedInput
import Markup

/// All districts of a city with their values and intervals on one axis, in the order given, and the country as a line.
public struct IntervalDotChart: Hashable, Sendable {
    /// The districts, in official order: this is no ranking.
    public let rows: [IntervalDotRow]
    /// The country's value.
    public let country: NumberText.Decimal?
    /// The name at the country's line.
    public let countryLabel: String
    /// What the numbers along the axis are.
    public let unit: String

    /// The districts in `rows` set against the country.
    public init(rows: [IntervalDotRow], country: NumberText.Decimal?, countryLabel: String, unit: String) {
        self.rows = rows
        self.country = country
        self.countryLabel = countryLabel
        self.unit = unit
        left = min(max((rows.map { ChartText.width($0.name, size: 12) }.max() ?? 0) + 20, 60), 260)
    }

    static let width = 640.0
    static let rowHeight = 22.0
    private static let top = 26.0
    private static let right = 560.0

    /// Where the axis begins: right of the longest name.
    private let left: Double
    private var bottom: Double { Self.top + Double(rows.count) * Self.rowHeight }

    /// The picture, 640 pixels wide and as high as its rows need.
    public func node(_ words: ChartWords, _ numbers: NumberStyle, style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let shown = (rows.flatMap { [$0.value, $0.interval?.lower, $0.interval?.upper] } + [country]).compactMap(\.self)
        let unitOfLastDigit = NumberText.Decimal(1, decimals: shown.map(\.decimals).max() ?? 0).double
        let ticks = AxisTicks(holding: shown.map(\.double), unit: unitOfLastDigit, steps: 6)
        let x: (NumberText.Decimal) -> Double = { value in
            guard let ticks else { return left }
            return left + (value.double - ticks.lowest) / (ticks.highest - ticks.lowest) * (Self.right - left)
        }
        var marks = (ticks?.values ?? []).flatMap { axis($0, x($0), numbers, paint) }
        marks.append(SVG.text(unit, x: (left + Self.right) / 2, y: bottom + 30, paint.text(size: 11, anchor: .middle)))
        if let country { marks += countryLine(x(country), paint) }
        for (index, row) in rows.enumerated() {
            marks += self.marks(of: row, y: Self.top + (Double(index) + 0.5) * Self.rowHeight, x, numbers, paint)
        }
        return ChartFrame(width: Self.width, height: bottom + 38, words: words, style: style).node(marks)
    }

    private func axis(
        _ value: NumberText.Decimal, _ x: Double, _ numbers: NumberStyle, _ paint: ChartPaint
    ) -> [Node] {
        [
            SVG.line(x1: x, y1: Self.top, x2: x, y2: bottom, paint.stroke(.grid, width: 0.5)),
            SVG.text(numbers.text(value), x: x, y: bottom + 15, paint.text(size: 11, anchor: .middle)),
        ]
    }

    private func countryLine(_ x: Double, _ paint: ChartPaint) -> [Node] {
        [
            SVG.line(x1: x, y1: Self.top - 6, x2: x, y2: bottom, paint.stroke(.spine, width: 1.5)),
            SVG.text(countryLabel, x: x, y: Self.top - 10, paint.text(size: 11, anchor: .middle)),
        ]
    }

    private func marks(
        of row: IntervalDotRow, y: Double, _ x: (NumberText.Decimal) -> Double, _ numbers: NumberStyle,
        _ paint: ChartPaint
    ) -> [Node] {
        var marks = [
            SVG.text(row.name, x: left - 12, y: y + 4, paint.text(size: 12, anchor: .end, isBold: row.isChosen))
        ]
        guard let value = row.value else {
            let attributes = paint.text(.absence, size: 12, anchor: .end, isBold: true)
            return marks + [SVG.text(row.absenceMark, x: Self.width - 8, y: y + 4, attributes)]
        }
        if let interval = row.interval {
            marks.append(BarometerMarks.whisker(from: x(interval.lower), to: x(interval.upper), y: y, paint))
        }
        marks.append(row.verdict.marker(x: x(value), y: y, radius: 5, paint))
        marks.append(
            SVG.text(numbers.text(value), x: Self.width - 8, y: y + 4, paint.text(size: 12, anchor: .end)))
        return marks
    }
}
