import Disclosure
import Foundation
import Indicators
import Parallel
import Profiles
import Registers

/// `figures.csv`: every published figure in long format, UTF-8, comma, decimal point.
///
/// A value stands in a row if and only if its status is `shown`. Codes follow FHI's cubes: sex 0 both, 1 men, 2 women;
/// age `from_to`; area codes are text with leading zeros, `0` is the country.
struct FiguresTable: Sendable {
    /// The names of the columns.
    static let header = [
        "edition", "split", "area", "level", "indicator", "period_start", "period_end", "sex", "age", "measure", "unit",
        "value", "lower", "upper", "comparison", "city_comparison", "trend", "status", "flags",
    ]

    let edition: Edition
    let table: PublishedTable
    let library: IndicatorLibrary
    let areas: AreaCatalogue

    /// The whole table, in the order of indicators, places, periods, sexes and ages.
    func csv() -> Data {
        let blocks = library.indicators.flatMap { indicator in areas.entries.map { (indicator, $0) } }
        let parts = concurrently(blocks.count) { rows(of: blocks[$0].0, for: blocks[$0].1) }
        var data = Data((Self.header.joined(separator: ",") + "\n").utf8)
        data.reserveCapacity(parts.reduce(data.count) { $0 + $1.count })
        for part in parts { data.append(contentsOf: part) }
        return data
    }

    private func rows(of indicator: IndicatorDefinition, for entry: AreaCatalogue.Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        let (sexes, ages) = indicator.measure.breakdown
        let figures = table.figures(of: indicator.id, for: entry.area)
        let place = "\(edition.id),\(entry.split),\(entry.code),\(entry.level),\(indicator.id)"
        for period in table.periods(of: indicator.id) {
            let start = "\(place),\(period.start),\(period.end),"
            for sex in sexes {
                for age in ages {
                    guard let figure = figures[period, sex, age] else { continue }
                    let shownAge = age == .all ? indicator.measure.ages : age
                    bytes.append(contentsOf: start.utf8)
                    bytes.append(contentsOf: sex.description.utf8)
                    bytes.append(UInt8(ascii: ","))
                    bytes.append(contentsOf: shownAge.code.utf8)
                    bytes.append(UInt8(ascii: ","))
                    append(figure, of: indicator, to: &bytes)
                }
            }
        }
        return bytes
    }

    private func append(_ figure: PublishedFigure, of indicator: IndicatorDefinition, to bytes: inout [UInt8]) {
        func append(_ field: String) {
            bytes += field.utf8
            bytes.append(UInt8(ascii: ","))
        }
        let estimate = figure.value.estimate
        append(indicator.measure.name)
        append(indicator.unit.rawValue)
        append(estimate?.value.text ?? "")
        append(estimate?.lower?.text ?? "")
        append(estimate?.upper?.text ?? "")
        append(figure.comparison.code)
        append(figure.cityComparison.code)
        append(figure.trend.code)
        append(figure.value.status.rawValue)
        let flags = figure.flags.map(\.rawValue) + (edition.isSynthetic ? ["synthetic"] : [])
        bytes += flags.joined(separator: " ").utf8
        bytes.append(UInt8(ascii: "\n"))
    }
}
