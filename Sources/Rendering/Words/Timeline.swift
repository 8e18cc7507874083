import Disclosure
import LocatedInput
import Profiles
import Registers

/// The periods that any of some series has a figure for, in order, and each series laid along them.
struct Timeline {
    /// The periods.
    let periods: [Period]

    /// The periods of `series`, from the first to the last that has a number in any of them.
    init(_ series: [Series]) {
        let all = Set(series.flatMap { $0.points.map(\.key.period) }).sorted()
        let shown = Set(series.flatMap(\.points).filter { $0.value.estimate != nil }.map(\.key.period))
        let first = all.firstIndex(where: shown.contains) ?? 0
        let last = all.lastIndex(where: shown.contains) ?? -1
        periods = first <= last ? Array(all[first...last]) : []
    }

    /// The figures of `series`, one for each period.
    func figures(of series: Series) -> [PublishedFigure?] {
        let points = Dictionary(series.points.map { ($0.key.period, $0) }, uniquingKeysWith: { first, _ in first })
        return periods.map { points[$0] }
    }

    /// The numbers of `series`, one for each period.
    func values(of series: Series) -> [NumberText.Decimal?] {
        figures(of: series).map { $0?.value.estimate?.value }
    }

    /// Where `series` breaks: the index of the first period after each break.
    func breaks(of series: Series) -> Set<Int> {
        Set(figures(of: series).enumerated().filter { $1?.flags.contains(.seriesBreak) == true }.map(\.offset))
    }

    /// The periods as charts know them.
    func chartPeriods(_ writer: PageWriter) -> [ChartPeriod] {
        periods.map { ChartPeriod($0.start, $0.end, label: writer.text($0)) }
    }
}
