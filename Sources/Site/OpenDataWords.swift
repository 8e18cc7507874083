import Disclosure
import Geography
import Indicators
import LocatedInput
import Registers
import Rendering

/// The labels of open data in one language.
struct OpenDataWords: Sendable {
    let language: Language
    let area: String
    let period: String
    let sex: String
    let age: String
    /// What the numbers of a cell are called together: the figure and the ends of its interval.
    let contents: String
    /// What is said of figures that were made by a program.
    let synthetic: String
    /// What is said of a figure whose method gives no interval.
    let noInterval: String
    /// The titles of columns, by the names that `figures.csv` has, and `title`.
    let columns: [String: String]
    private let country: String
    private let unallocated: String
    private let levels: [String: String]
    private let sexes: [Sex: String]
    private let statuses: [FigureStatus: String]
    private let comparisons: [String: String]
    private let trends: [String: String]
    private let flags: [String: String]
    private let allAges: String
    private let ages: [AgeRange: String]
    private let measures: [String: String]
    private let units: [IndicatorID: String]

    /// The labels in the language of `wording`, for what `indicators` are about. Throws where a phrase is missing.
    init(_ wording: Wording, indicators: [IndicatorDefinition]) throws(InputFailure) {
        language = wording.language
        area = try wording["labels.area"]
        period = try wording["labels.period"]
        sex = try wording["labels.sex"]
        age = try wording["labels.age"]
        contents = try wording["data.contents"]
        synthetic = try wording["site.made-up"]
        noInterval = try wording["data.no-interval"]
        country = try wording["place.country"]
        unallocated = try wording["place.unallocated"]
        sexes = [
            .both: try wording["labels.both-sexes"], .men: try wording["sex.men"], .women: try wording["sex.women"],
        ]
        var statuses: [FigureStatus: String] = [.shown: try wording["labels.shown"]]
        for status in FigureStatus.allCases where status != .shown {
            statuses[status] = try wording["status.\(status.rawValue)"]
        }
        self.statuses = statuses
        columns = try Self.phrases(Set(FiguresTable.header + SpreadsheetTable.columns), wording) {
            "data.columns.\($0)"
        }
        levels = try Self.phrases(["country", "kommune", "district", "unallocated"], wording) { "data.levels.\($0)" }
        comparisons = try Self.phrases(["higher", "lower", "not-different", "not-tested"], wording) {
            "verdict.short.\($0)"
        }
        var trends = try Self.phrases(["rising", "falling", "unclear"], wording) { "trend.\($0)" }
        trends["not-tested"] = comparisons["not-tested"]
        self.trends = trends
        var flags = try Self.phrases(Set(FigureFlag.allCases.map(\.rawValue)), wording) { "flag.\($0)" }
        flags["synthetic"] = try wording["data.synthetic"]
        self.flags = flags
        measures = try Self.phrases(Set(indicators.map(\.measure.name)), wording) { "data.measures.\($0)" }
        var units: [IndicatorID: String] = [:]
        for indicator in indicators { units[indicator.id] = try wording.unit(of: indicator) }
        self.units = units
        allAges = try wording["labels.all-ages"]
        var labels: [AgeRange: String] = [:]
        for range in indicators.flatMap({ [$0.measure.ages] + $0.measure.breakdown.ages }) {
            if range.isOpen {
                labels[range] = try wording.phrase("age.open", ["from": String(range.from)])
            } else if range.from == range.to {
                labels[range] = try wording.phrase("labels.single-age", ["age": String(range.from)])
            } else {
                labels[range] = try wording.phrase(
                    "age.range", ["from": String(range.from), "to": String(range.to)])
            }
        }
        ages = labels
    }

    private static func phrases(_ names: Set<String>, _ wording: Wording, key: (String) -> String) throws(InputFailure)
        -> [String: String]
    {
        var phrases: [String: String] = [:]
        for name in names { phrases[name] = try wording[key(name.replacing("_", with: "-"))] }
        return phrases
    }

    func label(of entry: AreaCatalogue.Entry) -> String {
        switch entry.area {
        case .country: country
        case .unallocated: unallocated
        case .kommune, .district: entry.name?[language] ?? entry.code
        }
    }

    func label(of period: Period) -> String {
        period.years == 1 ? "\(period.start)" : "\(period.start)–\(period.end)"
    }

    func label(of sex: Sex) -> String { sexes[sex] ?? sex.description }

    func label(of status: FigureStatus) -> String { statuses[status] ?? status.rawValue }

    func label(of ages: AgeRange) -> String { ages == .all ? allAges : self.ages[ages] ?? ages.code }

    func level(_ code: String) -> String { levels[code] ?? code }

    func comparison(_ comparison: Comparison) -> String { comparisons[comparison.code] ?? comparison.code }

    func trend(_ trend: TrendFinding) -> String { trends[trend.code] ?? trend.code }

    func flags(_ codes: [String]) -> String { codes.map { flags[$0] ?? $0 }.joined(separator: ", ") }

    func measure(_ measure: Measure) -> String { measures[measure.name] ?? measure.name }

    /// The unit, with how it is standardised.
    func unit(of indicator: IndicatorDefinition) -> String { units[indicator.id] ?? indicator.unit.rawValue }
}
