import LocatedInput
import Markup

/// The drawing in one row of the barometer: a district among its city's districts, set against the country.
///
/// The country stands at the same x in all rows. The scale is in the row's own unit and reaches equally far to both
/// sides: to the farther of the tenth and ninetieth percentile of the districts (nearest rank), to the far end of the
/// district's interval, and at least one unit of the last digit. Districts and city beyond it become an arrow with their
/// numbers. Favourable is to the right; where neither is, higher is. Every coordinate is a function of the published,
/// rounded values given. The drawing is hidden from assistive technology: the row's cells say the same.
public struct BarometerRowChart: Hashable, Sendable {
    /// The district's value; `nil` where it is not shown.
    public var value: NumberText.Decimal?
    /// The interval about the value, if it is published.
    public var interval: ChartInterval?
    /// The country's value.
    public var country: NumberText.Decimal?
    /// The city's value.
    public var city: NumberText.Decimal?
    /// The letter at the city's tick.
    public var cityLetter: String
    /// The published values of the city's other districts.
    public var sisters: [NumberText.Decimal]
    /// Which way is good.
    public var polarity: ChartPolarity
    /// How the district compares; says the shape of its mark.
    public var verdict: ChartVerdict
    /// The standard mark that stands for a value that is not shown, such as `:`.
    public var absenceMark: String

    /// The drawing of one row.
    public init(
        value: NumberText.Decimal?, interval: ChartInterval? = nil, country: NumberText.Decimal?,
        city: NumberText.Decimal?, cityLetter: String, sisters: [NumberText.Decimal], polarity: ChartPolarity,
        verdict: ChartVerdict, absenceMark: String = ""
    ) {
        self.value = value
        self.interval = interval
        self.country = country
        self.city = city
        self.cityLetter = cityLetter
        self.sisters = sisters
        self.polarity = polarity
        self.verdict = verdict
        self.absenceMark = absenceMark
    }

    static let width = 320.0
    static let height = 28.0
    /// Where the country stands.
    static let centre = width / 2
    /// From the centre to each end of the scale, in pixels.
    static let reach = 136.0
    private static let track = 14.0

    /// The drawing, 320 × 28 pixels.
    public func node(_ numbers: NumberStyle, style: ChartStyle = .page) -> Node {
        let marks = marks(numbers, ChartPaint(style: style))
        return ChartFrame.hidden(
            "barometer-row", width: Self.width, height: Self.height, type: BarometerMarks.type, isFluid: true,
            style: style, marks)
    }

    private func marks(_ numbers: NumberStyle, _ paint: ChartPaint) -> [Node] {
        guard let scale = BarometerScale(self) else { return absence(paint) }
        let (left, right) = (Self.centre - Self.reach, Self.centre + Self.reach)
        var marks = [
            SVG.path(SVGPath(through: [(left, Self.track), (right, Self.track)]), paint.stroke(.axis, width: 0.5))
        ]
        if country != nil {
            let isNeutral = polarity == .neutral
            marks.append(BarometerMarks.spine(x: Self.centre, top: 2, bottom: 26, isNeutral: isNeutral, paint))
        }
        marks += BarometerMarks.sisters(at: sisters.filter(scale.holds).map(scale.x), y: Self.track, paint)
        if let city, scale.holds(city) {
            marks += self.city(city, scale, paint)
        }
        marks += clipped(scale, numbers, paint) + ends(scale, numbers, paint)
        guard let value else { return marks + absence(paint) }
        if let interval {
            let ends = [scale.x(interval.lower), scale.x(interval.upper)].sorted()
            marks.append(BarometerMarks.whisker(from: ends[0], to: ends[1], y: Self.track, paint))
        }
        return marks + [verdict.marker(x: scale.x(value), y: Self.track, radius: 4.5, paint)]
    }

    /// An arrow at each end that has values beyond it, with the lowest and highest of them.
    private func clipped(_ scale: BarometerScale, _ numbers: NumberStyle, _ paint: ChartPaint) -> [Node] {
        let outside = (sisters + (city.map { [$0] } ?? [])).filter { !scale.holds($0) }.sorted { $0.double < $1.double }
        let byEnd = [false, true].map { isRight in outside.filter { (scale.x($0) > Self.centre) == isRight } }
        return zip([false, true], byEnd).flatMap { isRight, values -> [Node] in
            guard let lowest = values.first, let highest = values.last else { return [] }
            let end = isRight ? Self.width - 1 : 1
            let text = lowest == highest ? numbers.text(lowest) : numbers.range(lowest, highest)
            return [
                BarometerMarks.arrow(x: end, y: Self.track, pointsRight: isRight, paint),
                SVG.text(text, x: end, y: 8, paint.text(.clipped, anchor: isRight ? .end : .start)),
            ]
        }
    }

    /// The city's letter goes below its tick where the numbers of clipped values stand above.
    private func city(_ city: NumberText.Decimal, _ scale: BarometerScale, _ paint: ChartPaint) -> [Node] {
        let x = scale.x(city)
        let isNearEnd = abs(x - Self.centre) > Self.reach - 40
        let isCrowded =
            isNearEnd && sisters.contains { !scale.holds($0) && (scale.x($0) > Self.centre) == (x > Self.centre) }
        return BarometerMarks.city(x: x, y: Self.track, letter: cityLetter, isLetterBelow: isCrowded, paint)
    }

    private func ends(_ scale: BarometerScale, _ numbers: NumberStyle, _ paint: ChartPaint) -> [Node] {
        guard let ends = scale.ends else { return [] }
        return [
            SVG.text(numbers.text(ends.left), x: 1, y: 26, paint.text(.axis)),
            SVG.text(numbers.text(ends.right), x: Self.width - 1, y: 26, paint.text(.axis, anchor: .end)),
        ]
    }

    /// The standard mark, beside the line of the country.
    private func absence(_ paint: ChartPaint) -> [Node] {
        guard value == nil, !absenceMark.isEmpty else { return [] }
        let attributes = paint.text(.absence, size: 13, isBold: true)
        return [SVG.text(absenceMark, x: Self.centre + 8, y: Self.track + 4, attributes)]
    }
}
