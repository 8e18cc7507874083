import LocatedInput
import Markup

/// A population by age and sex: men to the left, women to the right, the youngest at the bottom, with the outline of an
/// area to compare with.
public struct PopulationPyramid: Hashable, Sendable {
    /// The age bands, from the youngest on.
    public var bands: [PyramidBand]
    /// What the left is.
    public var menLabel: String
    /// What the right is.
    public var womenLabel: String
    /// What the numbers along the bottom are.
    public var unit: String
    /// Whose outline is drawn.
    public var referenceLabel: String
    /// The standard mark that stands for a share that is not shown.
    public var absenceMark: String

    /// The pyramid of `bands`.
    public init(
        bands: [PyramidBand], menLabel: String, womenLabel: String, unit: String, referenceLabel: String,
        absenceMark: String
    ) {
        self.bands = bands
        self.menLabel = menLabel
        self.womenLabel = womenLabel
        self.unit = unit
        self.referenceLabel = referenceLabel
        self.absenceMark = absenceMark
    }

    static let width = 480.0
    static let bandHeight = 15.0
    static let top = 26.0
    /// Where bars begin, from the middle of the picture to each side.
    static let gap = 30.0
    /// The longest bar.
    static let reach = 196.0

    private enum Side: CaseIterable {
        case men, women

        var direction: Double { self == .men ? -1 : 1 }
        var start: Double { PopulationPyramid.width / 2 + direction * PopulationPyramid.gap }
        var role: ChartRole { self == .men ? .men : .women }
        var share: KeyPath<PyramidBand, NumberText.Decimal?> & Sendable { self == .men ? \.men : \.women }
        var reference: KeyPath<PyramidBand, NumberText.Decimal?> & Sendable {
            self == .men ? \.referenceMen : \.referenceWomen
        }
    }

    private var bottom: Double { Self.top + Double(bands.count) * Self.bandHeight }

    /// The picture, 480 pixels wide and as high as its bands need.
    public func node(_ words: ChartWords, _ numbers: NumberStyle, style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let shares = bands.flatMap { [$0.men, $0.women, $0.referenceMen, $0.referenceWomen] }.compactMap { $0?.double }
        let ticks = AxisTicks(holding: [0] + shares, unit: 1, steps: 4)
        let perUnit = Self.reach / (ticks?.highest ?? 1)
        let marks =
            (ticks.map { axis($0, perUnit, numbers, paint) } ?? []) + labels(paint)
            + Side.allCases.flatMap { bars($0, perUnit, paint) + outline($0, perUnit, paint) } + legend(paint)
        return ChartFrame(width: Self.width, height: bottom + 52, words: words, style: style).node(marks)
    }

    private func top(of index: Int) -> Double { bottom - Double(index + 1) * Self.bandHeight }

    private func axis(_ ticks: AxisTicks, _ perUnit: Double, _ numbers: NumberStyle, _ paint: ChartPaint) -> [Node] {
        Side.allCases.flatMap { side in
            ticks.values.filter { $0.scaled >= 0 }.flatMap { value -> [Node] in
                let x = side.start + side.direction * value.double * perUnit
                return [
                    SVG.line(x1: x, y1: Self.top, x2: x, y2: bottom, paint.stroke(.grid, width: 0.5)),
                    SVG.text(numbers.text(value), x: x, y: bottom + 14, paint.text(size: 10, anchor: .middle)),
                ]
            }
        }
    }

    private func labels(_ paint: ChartPaint) -> [Node] {
        let ages = bands.enumerated().map { index, band in
            SVG.text(
                band.label, x: Self.width / 2, y: top(of: index) + 11.5, paint.text(size: 10, anchor: .middle))
        }
        let (men, women) = (Side.men.start, Side.women.start)
        return ages + [
            SVG.text(menLabel, x: men, y: 16, paint.text(size: 12, anchor: .end, isBold: true)),
            SVG.text(womenLabel, x: women, y: 16, paint.text(size: 12, isBold: true)),
            SVG.text(unit, x: Self.width / 2, y: bottom + 28, paint.text(size: 10, anchor: .middle)),
        ]
    }

    private func bars(_ side: Side, _ perUnit: Double, _ paint: ChartPaint) -> [Node] {
        bands.enumerated().map { index, band in
            let y = top(of: index) + 1
            guard let share = band[keyPath: side.share] else {
                let anchor: ChartPaint.Anchor = side == .men ? .end : .start
                return SVG.text(
                    absenceMark, x: side.start + side.direction * 3, y: y + 10.5,
                    paint.text(.absence, size: 11, anchor: anchor, isBold: true))
            }
            let length = share.double * perUnit
            return SVG.rect(
                x: side == .men ? side.start - length : side.start, y: y, width: length, height: Self.bandHeight - 2,
                paint.fill(side.role, opacity: 80))
        }
    }

    /// The reference area's shares as steps; a band without one leaves a gap.
    private func outline(_ side: Side, _ perUnit: Double, _ paint: ChartPaint) -> [Node] {
        var path = SVGPath()
        for run in LineSegments.runs(of: bands.map { $0[keyPath: side.reference] != nil }, breaks: []) {
            for (step, index) in run.enumerated() {
                guard let share = bands[index][keyPath: side.reference] else { continue }
                let x = side.start + side.direction * share.double * perUnit
                let (low, high) = (top(of: index) + Self.bandHeight, top(of: index))
                if step == 0 { path.move(x, low) } else { path.line(x, low) }
                path.line(x, high)
            }
        }
        return path.text.isEmpty ? [] : [SVG.path(path, paint.stroke(.country, width: 1.5))]
    }

    private func legend(_ paint: ChartPaint) -> [Node] {
        guard bands.contains(where: { $0.referenceMen != nil || $0.referenceWomen != nil }) else { return [] }
        let start = (Self.width - ChartText.width(referenceLabel, size: 11) - 26) / 2
        return [
            SVG.line(x1: start, y1: bottom + 42, x2: start + 20, y2: bottom + 42, paint.stroke(.country, width: 1.5)),
            SVG.text(referenceLabel, x: start + 26, y: bottom + 46, paint.text(size: 11)),
        ]
    }
}
