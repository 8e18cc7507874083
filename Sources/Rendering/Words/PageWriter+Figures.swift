import Disclosure
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

/// Figures and verdicts as pages show them: every sign with its words beside it.
extension PageWriter {
    /// A period: `2024` or `2014–2018`.
    func text(_ period: Period) -> String { numbers.years(period.start, period.end) }

    /// A share as a percentage: 0.05 as `5 %`.
    func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return numbers.percent(
            tenths.isMultiple(of: 10)
                ? NumberText.Decimal(tenths / 10, decimals: 0) : NumberText.Decimal(tenths, decimals: 1))
    }

    /// A cell of a table: a number and what must be known about it, or a mark and its words.
    ///
    /// An absent figure is one that was never worked out; it says `missing`.
    func cell(_ figure: PublishedFigure?) throws -> TemplateNames {
        guard let estimate = figure?.value.estimate else {
            let value = figure?.value ?? .missing
            return [
                "number": .flag(false), "mark": .text(value.status.mark), "reason": .text(try words.reason(value)),
                "flags": .flag(false), "is-provisional": .flag(false),
            ]
        }
        let flags = figure?.flags ?? []
        let spoken = flags.filter { $0 != .districtsOnly }
        return [
            "number": .text(numbers.text(estimate.value)), "mark": .flag(false), "reason": .flag(false),
            "flags": spoken.isEmpty
                ? .flag(false) : .text(try spoken.map { try words.flag($0) }.joined(separator: ", ")),
            "is-provisional": .flag(flags.contains(.provisional)),
        ]
    }

    /// A verdict: its shape, and its words under `key`; where there is no number, why.
    func verdict(_ verdict: Verdict, of figure: PublishedFigure, words key: String = "verdict.said") throws
        -> TemplateValue
    {
        guard let word = VerdictWord(verdict) else {
            return .object([
                "symbol": .flag(false), "kind": .text("none"), "words": .text(try words.reason(figure.value)),
            ])
        }
        return .object([
            "symbol": .markup(try word.symbol),
            "kind": .text(word.rawValue), "words": .text(try words["\(key).\(word.rawValue)"]),
        ])
    }

    /// Which way a series has gone, as a sign and a word; silent where no test was made.
    func trend(_ finding: TrendFinding) throws -> TemplateValue {
        guard let word = TrendWord(finding) else { return .flag(false) }
        return .object([
            "symbol": .markup(try word.symbol), "kind": .text(word.rawValue),
            "words": .text(try words["trend.\(word.rawValue)"]),
        ])
    }

    /// Why no test of the series was made; `nil` where one was, or was never meant.
    func untested(_ finding: TrendFinding) throws -> String? {
        guard case .notTested(let reason) = finding, reason != .otherFigure else { return nil }
        return try words["trend.untested.\(reason.rawValue)"]
    }

    /// A number in a sentence, with its unit.
    func spoken(_ figure: PublishedFigure, of indicator: IndicatorDefinition) throws -> String? {
        guard let estimate = figure.value.estimate else { return nil }
        return try words.value(numbers.text(estimate.value), indicator.unit)
    }

    /// The interval of a figure, or `nil`.
    func interval(_ figure: PublishedFigure?) -> ChartInterval? {
        guard let estimate = figure?.value.estimate, let lower = estimate.lower, let upper = estimate.upper else {
            return nil
        }
        return ChartInterval(lower, upper)
    }

    /// A district's row among others on one axis; `isChosen` for the one that a picture is about.
    func dotRow(_ place: Place, _ row: ProfileRow, isChosen: Bool = false) -> IntervalDotRow {
        IntervalDotRow(
            name: place.district.name[language], value: row.figure.value.estimate?.value,
            interval: interval(row.figure), verdict: row.verdict.shape, absenceMark: row.figure.value.status.mark,
            isChosen: isChosen)
    }

    /// The indicator's words in this language.
    func text(_ indicator: IndicatorDefinition) -> IndicatorText { indicator.texts[language] }
}

extension Polarity {
    /// As charts know it.
    var chart: ChartPolarity {
        switch self {
        case .higherIsBetter: .higherIsFavourable
        case .lowerIsBetter: .lowerIsFavourable
        case .neutral: .neutral
        }
    }
}

extension Verdict {
    /// The shape in a chart; where there is no number, none is drawn.
    var shape: ChartVerdict { VerdictWord(self)?.shape ?? .notTested }

    /// True if a test was made.
    var isTested: Bool { isMarked || self == .notDifferent }
}
