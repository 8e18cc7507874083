import Disclosure
import Geography
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
    /// What is said of figures that were made by a program.
    let synthetic: String
    private let country: String
    private let unallocated: String
    private let sexes: [Sex: String]
    private let statuses: [FigureStatus: String]
    private let allAges: String
    private let ages: [AgeRange: String]

    /// The labels in the language of `wording`, with a label for each of `ages`. Throws where a phrase is missing.
    init(_ wording: Wording, ages: some Sequence<AgeRange>) throws(InputFailure) {
        language = wording.language
        area = try wording["labels.area"]
        period = try wording["labels.period"]
        sex = try wording["labels.sex"]
        age = try wording["labels.age"]
        synthetic = try wording["site.made-up"]
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
        allAges = try wording["labels.all-ages"]
        var labels: [AgeRange: String] = [:]
        for range in ages {
            if range.isOpen {
                labels[range] = try wording.phrase("age.open", ["from": String(range.from)])
            } else if range.from == range.to {
                labels[range] = try wording.phrase("labels.single-age", ["age": String(range.from)])
            } else {
                labels[range] = try wording.phrase(
                    "age.range", ["from": String(range.from), "to": String(range.to)])
            }
        }
        self.ages = labels
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
}
