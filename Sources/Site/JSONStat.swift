import Disclosure
import Foundation
import Geography
import Indicators
import LocatedInput
import Profiles
import Registers
import Rendering

/// One indicator as JSON-stat 2.0: dimensions area, period, sex, age and contents, which are the figure and the ends of
/// its interval; a status for every cell without a number.
struct JSONStat {
    /// What stands in a cell of the dimension of contents.
    private enum Contents: String, CaseIterable {
        case value, lower, upper

        func number(of estimate: Estimate) -> NumberText.Decimal? {
            switch self {
            case .value: estimate.value
            case .lower: estimate.lower
            case .upper: estimate.upper
            }
        }
    }

    /// The status of an end of an interval where the method gives none.
    static let noInterval = "no-interval"

    let table: PublishedTable
    let areas: AreaCatalogue
    let notice: DataNotice
    /// The words of the labels.
    let words: OpenDataWords
    /// Where the document and what belongs to it lie; `nil` where there are no whole addresses, which the format asks for.
    let links: DataLinks?

    /// The document of `indicator`, its labels in the language of its words.
    func document(of indicator: IndicatorDefinition) -> String {
        let (sexes, ages) = indicator.measure.breakdown
        let periods = table.periods(of: indicator.id)
        let entries = areas.entries.filter { entry in
            let figures = table.figures(of: indicator.id, for: entry.area)
            return periods.contains { figures[$0] != nil }
        }
        let contents = contents(of: indicator, entries, periods)
        var values: [JSONText] = []
        var statuses: [(String, JSONText)] = []
        for entry in entries {
            let figures = table.figures(of: indicator.id, for: entry.area)
            for period in periods {
                for sex in sexes {
                    for age in ages {
                        let figure = figures[period, sex, age]
                        for content in contents {
                            if let number = figure?.value.estimate.flatMap(content.number) {
                                values.append(.number(number))
                                continue
                            }
                            let status = figure?.value.status ?? .missing
                            let name = status == .shown ? Self.noInterval : status.rawValue
                            statuses.append((String(values.count), .string(name)))
                            values.append(.null)
                        }
                    }
                }
            }
        }
        let text = indicator.texts[words.language]
        return JSONText.object([
            ("version", .string("2.0")), ("class", .string("dataset")), ("label", .string(text.title)),
            ("source", .string(notice.source[words.language])),
            ("updated", .string(notice.edition.date.description)),
            ("note", .list(notes(text).map { .string($0) })),
            ("link", link),
            ("id", .list(["area", "period", "sex", "age", "contents"].map { .string($0) })),
            (
                "size",
                .list([entries.count, periods.count, sexes.count, ages.count, contents.count].map { .whole($0) })
            ),
            (
                "role",
                .object([
                    ("geo", .list([.string("area")])), ("time", .list([.string("period")])),
                    ("metric", .list([.string("contents")])),
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
                    (
                        "contents",
                        dimension(
                            words.contents,
                            contents.map {
                                ($0.rawValue, $0 == .value ? text.title : words.columns[$0.rawValue] ?? "")
                            },
                            unit: .object([
                                ("decimals", .whole(indicator.decimals)), ("label", .string(words.unit(of: indicator))),
                                ("position", .string("end")),
                            ]))
                    ),
                ])
            ),
            ("value", .list(values)), ("status", .object(statuses)), ("extension", more(indicator)),
        ]).text
    }

    /// The figure, and the ends of intervals if any figure has one.
    private func contents(
        of indicator: IndicatorDefinition, _ entries: [AreaCatalogue.Entry], _ periods: [Period]
    ) -> [Contents] {
        let (sexes, ages) = indicator.measure.breakdown
        let hasIntervals = entries.contains { entry in
            let figures = table.figures(of: indicator.id, for: entry.area)
            return periods.contains { period in
                sexes.contains { sex in ages.contains { figures[period, sex, $0]?.value.estimate?.lower != nil } }
            }
        }
        return hasIntervals ? Contents.allCases : [.value]
    }

    /// The page about the indicator, its table and the licence, by the link relations of IANA.
    private var link: JSONText {
        func one(_ type: String, _ address: String) -> JSONText {
            .list([.object([("type", .string(type)), ("href", .string(address))])])
        }
        let own = links.map { links in
            [
                ("self", one("application/json", links.own)), ("describedby", one("text/html", links.page)),
                ("alternate", one("text/csv", links.table)),
            ]
        }
        return .object((own ?? []) + [("license", one("text/html", notice.identity.licence.address))])
    }

    private func more(_ indicator: IndicatorDefinition) -> JSONText {
        let labels = FigureStatus.allCases.map { ($0.rawValue, JSONText.string(words.label(of: $0))) }
        return .object([
            ("edition", .string(notice.edition.id)), ("synthetic", .truth(notice.edition.isSynthetic)),
            ("indicator", .string(indicator.id.id)), ("unit", .string(indicator.unit.rawValue)),
            ("decimals", .whole(indicator.decimals)),
            ("statusLabel", .object(labels + [(Self.noInterval, .string(words.noInterval))])),
            ("publisher", .string(notice.identity.publisher[words.language])),
            ("licence", .string(notice.identity.licence.name)),
            ("citation", .string(notice.citation[words.language])),
        ])
    }

    private func notes(_ text: IndicatorText) -> [String] {
        (notice.edition.isSynthetic ? [words.synthetic] : []) + [text.definition] + [text.caveat].compactMap(\.self)
    }

    private func dimension(
        _ label: String, _ categories: [(code: String, label: String)], unit: JSONText? = nil
    ) -> JSONText {
        var category: [(String, JSONText)] = [
            ("index", .object(categories.enumerated().map { ($1.code, .whole($0)) })),
            ("label", .object(categories.map { ($0.code, .string($0.label)) })),
        ]
        if let unit { category.append(("unit", .object(categories.map { ($0.code, unit) }))) }
        return .object([("label", .string(label)), ("category", .object(category))])
    }
}
