import Geography
@_spi(Confidential) import Indicators
import LocatedInput
@_spi(Confidential) import Registers
import Statistics

/// The trends of one indicator in one split: of each place one, up to the period that profiles show, and of the country
/// up to its own newest number.
///
/// A trend is tested among the points that are let out: a point that is hidden is a point that is missing.
struct SeriesTrends {
    private let findings: [FigureKey: TrendFinding]

    /// Tests `figures`, all of `indicator`, of which profiles show `period`.
    init(
        _ figures: [ConfidentialFigure], of indicator: IndicatorDefinition, upTo period: Period?,
        _ policy: DisclosurePolicy
    ) {
        let whole = figures.filter { $0.key.sex == .both && $0.key.age == .all }
        var findings: [FigureKey: TrendFinding] = [:]
        for (area, series) in Dictionary(grouping: whole, by: \.key.area) {
            let series = series.sorted { $0.key.period < $1.key.period }
            let newest = area == .country ? series.last(where: \.hasNumber)?.key.period : period
            guard let last = series.firstIndex(where: { $0.key.period == newest }) else { continue }
            findings[series[last].key] = Self.finding(
                Self.unbroken(series[...last]), of: indicator, level: policy.intervalLevel)
        }
        self.findings = findings
    }

    /// What was found of the series up to `figure`.
    func finding(_ figure: ConfidentialFigure) -> TrendFinding { findings[figure.key] ?? .notTested(.otherFigure) }

    /// The points since the last break: those of which no year lies before it.
    private static func unbroken(_ series: ArraySlice<ConfidentialFigure>) -> [ConfidentialFigure] {
        guard let broken = series.lastIndex(where: { $0.flags.contains(.seriesBreak) }), broken > series.startIndex
        else { return Array(series) }
        let before = series[broken - 1].key.period.end
        return series.filter { $0.key.period.start > before }
    }

    private static func finding(_ series: [ConfidentialFigure], of indicator: IndicatorDefinition, level: Double)
        -> TrendFinding
    {
        guard let newest = series.last, newest.hasNumber else { return .notTested(.noFigure) }
        switch newest.value {
        case .owners: return .notTested(.percentagesOnly)
        case .estimate(_, .none): return .notTested(.noChance)
        default: break
        }
        // The first points of a series may sum over fewer years.
        let points = series.filter { $0.key.period.years == newest.key.period.years }
        do {
            let trend = try ConfidentialFigure.trend(of: points, level: level, scale: indicator.unit.scale)
            let ends = [trend.periods.first, trend.periods.last].map { end in
                points.first { $0.key.period.start == end?.first }?.publishedValue(of: indicator, level: level).estimate
            }
            if ends[0]?.value == ends[1]?.value { return .unclear }
            switch trend.direction {
            case .rising: return .rising
            case .falling: return .falling
            case .unclear: return .unclear
            }
        } catch .fewPoints {
            return .notTested(.fewPoints)
        } catch .unequalSteps {
            return .notTested(.gap)
        } catch {
            return .notTested(.extreme)
        }
    }
}
