import Disclosure
import Foundation
import Geography
import Indicators
import Profiles
import Registers

/// One indicator as JSON-stat 2.0: dimensions area, period, sex and age; a status for every cell without a number.
struct JSONStat {
    let edition: Edition
    let table: PublishedTable
    let areas: AreaCatalogue
    /// Who the figures come from.
    let source: String
    /// The words of the labels.
    let words: OpenDataWords

    /// The document of `indicator`, its labels in the language of its words.
    func document(of indicator: IndicatorDefinition) -> String {
        let (sexes, ages) = indicator.measure.breakdown
        let periods = table.periods(of: indicator.id)
        let entries = areas.entries.filter { entry in
            let figures = table.figures(of: indicator.id, for: entry.area)
            return periods.contains { figures[$0] != nil }
        }
        var values: [JSONText] = []
        var statuses: [(String, JSONText)] = []
        for entry in entries {
            let figures = table.figures(of: indicator.id, for: entry.area)
            for period in periods {
                for sex in sexes {
                    for age in ages {
                        let figure = figures[period, sex, age]
                        if let estimate = figure?.value.estimate {
                            values.append(.number(estimate.value))
                        } else {
                            let status = figure?.value.status ?? .missing
                            statuses.append((String(values.count), .string(status.rawValue)))
                            values.append(.null)
                        }
                    }
                }
            }
        }
        let text = indicator.texts[words.language]
        return JSONText.object([
            ("version", .string("2.0")), ("class", .string("dataset")), ("label", .string(text.title)),
            ("source", .string(source)), ("updated", .string(edition.date.description)),
            ("note", .list(notes(text).map { .string($0) })),
            ("id", .list(["area", "period", "sex", "age"].map { .string($0) })),
            ("size", .list([entries.count, periods.count, sexes.count, ages.count].map { .whole($0) })),
            (
                "role",
                .object([
                    ("geo", .list([.string("area")])), ("time", .list([.string("period")])),
                ])
            ),
            (
                "dimension",
                .object([
                    ("area", dimension(words.area, entries.map { ($0.code, words.label(of: $0)) })),
                    ("period", dimension(words.period, periods.map { ($0.code, words.label(of: $0)) })),
                    ("sex", dimension(words.sex, sexes.map { ($0.description, words.label(of: $0)) })),
                    (
                        "age",
                        dimension(
                            words.age,
                            ages.map { $0 == .all ? indicator.measure.ages : $0 }
                                .map { ($0.code, words.label(of: $0)) })
                    ),
                ])
            ),
            ("value", .list(values)), ("status", .object(statuses)),
            (
                "extension",
                .object([
                    ("edition", .string(edition.id)), ("synthetic", .truth(edition.isSynthetic)),
                    ("indicator", .string(indicator.id.id)),
                    ("unit", .string(indicator.unit.rawValue)), ("decimals", .whole(indicator.decimals)),
                    ("statusLabel", .object(FigureStatus.allCases.map { ($0.rawValue, .string(words.label(of: $0))) })),
                ])
            ),
        ]).text
    }

    private func notes(_ text: IndicatorText) -> [String] {
        (edition.isSynthetic ? [words.synthetic] : []) + [text.definition] + [text.caveat].compactMap(\.self)
    }

    private func dimension(_ label: String, _ categories: [(code: String, label: String)]) -> JSONText {
        .object([
            ("label", .string(label)),
            (
                "category",
                .object([
                    (
                        "index",
                        .object(categories.enumerated().map { ($1.code, .whole($0)) })
                    ), ("label", .object(categories.map { ($0.code, .string($0.label)) })),
                ])
            ),
        ])
    }
}
