import Disclosure
import Foundation
import Indicators
import LocatedInput
import Profiles
import Registers

/// `figures-no.csv`: every row of ``FiguresTable`` for Norwegian spreadsheets, in words: UTF-8 with a byte order mark,
/// semicolon, decimal comma.
///
/// A place is its code and its name in one field, `030101 Gamle Oslo`: a spreadsheet reads that as text, so that the
/// code keeps its zero, and no field has to pretend to be a formula.
struct SpreadsheetTable: Sendable {
    /// The columns by the names of ``OpenDataWords/columns``.
    static let columns = [
        "edition", "split", "area", "level", "indicator", "title", "period_start", "period_end", "sex", "age",
        "measure", "unit", "value", "lower", "upper", "comparison", "city_comparison", "trend", "status", "flags",
    ]

    let figures: FiguresTable
    let words: OpenDataWords

    /// The whole table.
    func csv() -> Data {
        var data = Data([0xEF, 0xBB, 0xBF])
        data.append(contentsOf: row(Self.columns.map { words.columns[$0] ?? $0 }))
        for part in figures.blocks({ rows(of: $0, for: $1) }) { data.append(part) }
        return data
    }

    private func rows(of indicator: IndicatorDefinition, for entry: AreaCatalogue.Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        let start = row([
            figures.edition.id, entry.split, "\(entry.code) \(words.label(of: entry))", words.level(entry.level),
            indicator.id.id, indicator.texts[words.language].title,
        ]).dropLast()
        let middle = row([words.measure(indicator.measure), words.unit(of: indicator)]).dropLast()
        figures.forEachFigure(of: indicator, for: entry) { figure, period, sex, age in
            bytes += start
            append(
                ["", "\(period.start)", "\(period.end)", words.label(of: sex), words.label(of: age), ""], to: &bytes)
            bytes += middle
            append(figure, to: &bytes)
        }
        return bytes
    }

    private func append(_ figure: PublishedFigure, to bytes: inout [UInt8]) {
        let estimate = figure.value.estimate
        let numbers = [estimate?.value, estimate?.lower, estimate?.upper].map {
            $0?.written(decimalMark: ",", thousandsMark: "", minus: "-") ?? ""
        }
        let rest = [
            words.comparison(figure.comparison), words.comparison(figure.cityComparison), words.trend(figure.trend),
            words.label(of: figure.value.status), words.flags(figures.flags(of: figure)),
        ]
        append([""] + numbers + rest, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Fields that need no quotes.
    private func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            bytes += field.utf8
        }
    }

    /// Fields that may need quotes, ended by a line break.
    private func row(_ fields: [String]) -> [UInt8] {
        Array(CSVText(separator: ";", header: fields).text.utf8)
    }
}
