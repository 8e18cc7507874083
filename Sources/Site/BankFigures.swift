import LocatedInput
import Disclosure
import Indicators
import Profiles
import Registers

/// What the statistics bank shows of one indicator: a cube of areas, periods, sexes and ages in codes, which pages in every
/// language put their own words to.
///
/// Numbers are texts with exactly the decimals they are published with. What most cells lack (a reason, a verdict, a flag)
/// is given by the cell's place in the cube.
struct BankFigures {
    let edition: Edition
    let table: PublishedTable
    let areas: AreaCatalogue

    /// The document of `indicator`.
    func document(of indicator: IndicatorDefinition) -> String {
        let (sexes, ages) = indicator.measure.breakdown
        let periods = table.periods(of: indicator.id)
        let entries = areas.entries.filter { entry in
            let figures = table.figures(of: indicator.id, for: entry.area)
            return periods.contains { figures[$0] != nil }
        }
        var cells = Cells()
        for entry in entries {
            let figures = table.figures(of: indicator.id, for: entry.area)
            for period in periods {
                for sex in sexes {
                    for age in ages { cells.add(figures[period, sex, age], polarity: indicator.polarity) }
                }
            }
        }
        return JSONText.object([
            ("edition", .string(edition.id)), ("synthetic", .truth(edition.isSynthetic)),
            ("indicator", .string(indicator.id.id)), ("unit", .string(indicator.unit.rawValue)),
            (
                "areas",
                .list(
                    entries.map { entry in
                        .object([
                            ("split", .string(entry.split)), ("code", .string(entry.code)),
                            ("level", .string(entry.level)),
                        ])
                    })
            ),
            ("periods", .list(periods.map { .list([.whole($0.start), .whole($0.end)]) })),
            ("sexes", .list(sexes.map { .string($0.description) })),
            ("ages", .list(ages.map { .string(($0 == .all ? indicator.measure.ages : $0).code) })),
            ("value", .list(cells.values)), ("lower", .list(cells.lowers)), ("upper", .list(cells.uppers)),
            ("reason", .object(cells.reasons)), ("flags", .object(cells.flags)),
            ("verdict", .object(cells.verdicts)), ("cityVerdict", .object(cells.cityVerdicts)),
        ]).text
    }

    /// The cells of a cube, one after another.
    private struct Cells {
        private(set) var values: [JSONText] = []
        private(set) var lowers: [JSONText] = []
        private(set) var uppers: [JSONText] = []
        private(set) var reasons: [(String, JSONText)] = []
        private(set) var flags: [(String, JSONText)] = []
        private(set) var verdicts: [(String, JSONText)] = []
        private(set) var cityVerdicts: [(String, JSONText)] = []

        /// Adds a cell; an absent figure is one that was never worked out.
        mutating func add(_ figure: PublishedFigure?, polarity: Polarity) {
            let place = String(values.count)
            let value = figure?.value ?? .missing
            let estimate = value.estimate
            values.append(estimate.map { .string($0.value.text) } ?? .null)
            if let lower = estimate?.lower, let upper = estimate?.upper {
                // The lists of ends begin where the first interval does.
                while lowers.count < values.count - 1 { pad() }
                lowers.append(.string(lower.text))
                uppers.append(.string(upper.text))
            }
            if estimate == nil { reasons.append((place, .string(value.reason))) }
            guard let figure else { return }
            if !figure.flags.isEmpty {
                flags.append((place, .list(figure.flags.map { .string($0.rawValue) })))
            }
            if let code = Verdict(figure.comparison, of: figure, polarity: polarity).shownCode {
                verdicts.append((place, .string(code)))
            }
            if let code = Verdict(figure.cityComparison, of: figure, polarity: polarity).shownCode {
                cityVerdicts.append((place, .string(code)))
            }
        }

        private mutating func pad() {
            lowers.append(.null)
            uppers.append(.null)
        }
    }
}

extension PublishedValue {
    /// The key of the phrase that says why there is no number.
    var reason: String {
        if case .notComputable(let obstacle) = self { return "obstacle.\(obstacle.rawValue)" }
        return "status.\(status.rawValue)"
    }
}

extension Verdict {
    /// The verdict as phrases name it; `nil` where none was meant, or there is no number to judge.
    var shownCode: String? {
        switch self {
        case .favourable: "favourable"
        case .lessFavourable: "less-favourable"
        case .higher: "higher"
        case .lower: "lower"
        case .notDifferent: "not-different"
        case .notTested(.otherPeriod), .notTested(.reference), .noFigure: nil
        case .notTested: "not-tested"
        }
    }
}
