import Foundation

/// Whether a series has risen or fallen over its last five points that don't overlap.
///
/// Clear when chi-square with one degree of freedom is above 9.5495 (p < 0.002) and the slope keeps its sign when each
/// of the five is left out in turn: the recent trend of the English local profiles (Fingertips, «Trend markers»).
/// Points before a break in the series must not be handed in.
public struct Trend: Hashable, Sendable {
    /// The years a point sums over.
    public struct Period: Hashable, Sendable {
        /// Its first year.
        public let first: Int
        /// Its last year, no earlier than the first.
        public let last: Int

        /// A period.
        public init(first: Int, last: Int) {
            self.first = first
            self.last = last
        }
    }

    /// A point of a series of proportions.
    public struct Proportion: Hashable, Sendable {
        /// The years it sums over.
        public let period: Period
        /// How many have the event.
        public let numerator: Double
        /// How many could have.
        public let denominator: Double

        /// A point.
        public init(_ period: Period, numerator: Double, denominator: Double) {
            self.period = period
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// A point of a series of any other kind: rates, standardised ratios, means, life expectancies.
    public struct Value: Hashable, Sendable {
        /// The years it sums over.
        public let period: Period
        /// Its value.
        public let value: Double
        /// The standard error of its value; positive.
        public let standardError: Double

        /// A point.
        public init(_ period: Period, value: Double, standardError: Double) {
            self.period = period
            self.value = value
            self.standardError = standardError
        }

        /// A point whose standard error is its interval's width over 2z.
        public init(_ period: Period, value: Double, interval: ClosedRange<Double>, level: Double) {
            let width = interval.upperBound - interval.lowerBound
            self.init(period, value: value, standardError: width / (2 * NormalDistribution.z(level: level)))
        }
    }

    /// Which way a series goes.
    public enum Direction: Int, Hashable, Sendable {
        /// Clearly down.
        case falling = -1
        /// Not clearly either way.
        case unclear = 0
        /// Clearly up.
        case rising = 1
    }

    /// Why no trend is tested.
    public enum Refused: Refusal {
        /// Fewer than five points that don't overlap.
        case fewPoints
        /// The last five points don't follow one another at equal steps: one is missing, or they sum over different
        /// numbers of years.
        case unequalSteps
        /// A number is not finite or out of its range.
        case number
        /// In one of the points nobody or everybody has the event, so that it has no logit.
        case nobodyOrEverybody

        /// The reason as reference tables write it.
        public var id: String {
            switch self {
            case .fewPoints: "few-points"
            case .unequalSteps: "unequal-steps"
            case .number: "number"
            case .nobodyOrEverybody: "nobody-or-everybody"
            }
        }
    }

    /// The value of chi-square that a clear trend exceeds: p = 0.002 with one degree of freedom.
    public static let threshold = 9.549_535_706_083_24

    /// The change from one point to the next, in the values' own unit (proportions from 0 to 1).
    public let slope: Double
    /// The slope over its standard error, squared: chi-square with one degree of freedom.
    public let chiSquare: Double
    /// Which way the series clearly goes.
    public let direction: Direction
    /// The years of the five points, oldest first.
    public let periods: [Period]

    /// The trend of proportions: chi-square for trend with the scores 1 to 5 (Armitage (1955), Biometrics 11:375–386),
    /// and the slopes of the logits for what holds when a point is left out.
    public init(_ points: [Proportion]) throws(Refused) {
        let last = try Self.lastFive(points, period: \.period)
        for point in last {
            guard point.numerator.isFinite, point.denominator.isFinite, point.numerator >= 0,
                point.numerator <= point.denominator, point.denominator > 0
            else { throw .number }
            if point.numerator == 0 || point.numerator == point.denominator { throw .nobodyOrEverybody }
        }
        let total = last.reduce(0) { $0 + $1.denominator }
        let share = last.reduce(0) { $0 + $1.numerator } / total
        let line = Line(last.map { (value: $0.numerator / $0.denominator, weight: $0.denominator) })
        let logits = last.map { (value: log($0.numerator / ($0.denominator - $0.numerator)), weight: 1.0) }
        self.init(
            line, error: (share * (1 - share) / line.spread).squareRoot(), steadiness: logits, last.map(\.period))
    }

    /// The trend of other values: the slope weighted by the inverse of the variances.
    public init(_ points: [Value]) throws(Refused) {
        let last = try Self.lastFive(points, period: \.period)
        guard last.allSatisfy({ $0.value.isFinite && $0.standardError.isFinite && $0.standardError > 0 }) else {
            throw .number
        }
        let weighted = last.map { (value: $0.value, weight: 1 / ($0.standardError * $0.standardError)) }
        let line = Line(weighted)
        self.init(line, error: (1 / line.spread).squareRoot(), steadiness: weighted, last.map(\.period))
    }

    private init(
        _ line: Line, error: Double, steadiness points: [(value: Double, weight: Double)], _ periods: [Period]
    ) {
        self.periods = periods
        slope = line.slope
        chiSquare = (slope / error) * (slope / error)
        let slopes = [Line(points).slope] + points.indices.map { Line(points, leavingOut: $0).slope }
        let isSteady = slopes.allSatisfy { $0 > 0 } || slopes.allSatisfy { $0 < 0 }
        direction = chiSquare > Self.threshold && isSteady ? (slope > 0 ? .rising : .falling) : .unclear
    }

    /// The newest point, the newest that ends before it begins, and so on, five in all, oldest first.
    private static func lastFive<Point>(_ points: [Point], period: (Point) -> Period) throws(Refused) -> [Point] {
        let newestFirst = points.sorted { left, right in
            (period(left).last, period(left).first) > (period(right).last, period(right).first)
        }
        var chosen: [Point] = []
        for point in newestFirst where chosen.count < 5 {
            if let next = chosen.last, period(point).last >= period(next).first { continue }
            chosen.append(point)
        }
        guard chosen.count == 5 else { throw .fewPoints }
        chosen.reverse()
        let periods = chosen.map(period)
        let steps = zip(periods, periods.dropFirst()).map { earlier, later in
            [later.first - earlier.first, later.last - earlier.last]
        }
        guard Set(steps.flatMap { $0 }).count == 1, periods.allSatisfy({ $0.first <= $0.last }) else {
            throw .unequalSteps
        }
        return chosen
    }
}

/// A weighted least-squares line through values at 1, 2, 3 …
private struct Line {
    let slope: Double
    /// Σ weight · (place − mean place)².
    let spread: Double

    init(_ points: [(value: Double, weight: Double)], leavingOut left: Int? = nil) {
        let kept = points.enumerated().filter { $0.offset != left }
        let total = kept.reduce(0) { $0 + $1.element.weight }
        let place = kept.reduce(0) { $0 + $1.element.weight * Double($1.offset + 1) } / total
        let mean = kept.reduce(0) { $0 + $1.element.weight * $1.element.value } / total
        spread = kept.reduce(0) { sum, point in
            let distance = Double(point.offset + 1) - place
            return sum + point.element.weight * distance * distance
        }
        let rise = kept.reduce(0) { sum, point in
            sum + point.element.weight * (Double(point.offset + 1) - place) * (point.element.value - mean)
        }
        slope = rise / spread
    }
}
