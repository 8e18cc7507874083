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

    /// The row of names, ended by a line break.
    private static let headerRow = Data((header.joined(separator: ",") + "\n").utf8)

    let edition: Edition
    let table: PublishedTable
    let library: IndicatorLibrary
    let areas: AreaCatalogue

    /// The whole table, in the order of indicators, places, periods, sexes and ages.
    func csv() -> Data { Self.whole(parts()) }

    /// The rows of each indicator without the row of names, in the order of the library.
    func parts() -> [Data] {
        blocks { rows(of: $0, for: $1) }
    }

    /// A table of `parts`: the row of names and all of them.
    static func whole(_ parts: [Data]) -> Data {
        parts.reduce(into: headerRow) { $0.append($1) }
    }

    /// What `rows` makes of each indicator and place, put together by indicator in the order of the library.
    func blocks(_ rows: @Sendable (IndicatorDefinition, AreaCatalogue.Entry) -> [UInt8]) -> [Data] {
        let (indicators, entries) = (library.indicators, areas.entries)
        let blocks = concurrently(indicators.count * entries.count) { index in
            rows(indicators[index / entries.count], entries[index % entries.count])
        }
        return indicators.indices.map { index in
            var data = Data()
            let own = blocks[index * entries.count..<(index + 1) * entries.count]
            data.reserveCapacity(own.reduce(0) { $0 + $1.count })
            for block in own { data.append(contentsOf: block) }
            return data
        }
    }

    /// Gives `body` every figure of `indicator` for a place, in the order of periods, sexes and ages.
    func forEachFigure(
        of indicator: IndicatorDefinition, for entry: AreaCatalogue.Entry,
        _ body: (PublishedFigure, Period, Sex, AgeRange) -> Void
    ) {
        let (sexes, ages) = indicator.measure.breakdown
        let figures = table.figures(of: indicator.id, for: entry.area)
        for period in table.periods(of: indicator.id) {
            for sex in sexes {
                for age in ages {
                    guard let figure = figures[period, sex, age] else { continue }
                    body(figure, period, sex, age == .all ? indicator.measure.ages : age)
                }
            }
        }
    }

    /// The flags of `figure`, and that it was made by a program where it was.
    func flags(of figure: PublishedFigure) -> [String] {
        figure.flags.map(\.rawValue) + (edition.isSynthetic ? ["synthetic"] : [])
    }

    private func rows(of indicator: IndicatorDefinition, for entry: AreaCatalogue.Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        let place = "\(edition.id),\(entry.split),\(entry.code),\(entry.level),\(indicator.id),"
        forEachFigure(of: indicator, for: entry) { figure, period, sex, age in
            bytes += place.utf8
            append(["\(period.start)", "\(period.end)", sex.description, age.code], to: &bytes)
            append(figure, of: indicator, to: &bytes)
        }
        return bytes
    }

    private func append(_ figure: PublishedFigure, of indicator: IndicatorDefinition, to bytes: inout [UInt8]) {
        let estimate = figure.value.estimate
        append(
            [
                indicator.measure.name, indicator.unit.rawValue, estimate?.value.text ?? "",
                estimate?.lower?.text ?? "", estimate?.upper?.text ?? "", figure.comparison.code,
                figure.cityComparison.code, figure.trend.code, figure.value.status.rawValue,
            ], to: &bytes)
        bytes += flags(of: figure).joined(separator: " ").utf8
        bytes.append(UInt8(ascii: "\n"))
    }

    private func append(_ fields: [String], to bytes: inout [UInt8]) {
        for field in fields {
            bytes += field.utf8
            bytes.append(UInt8(ascii: ","))
        }
    }
}
