/// A named number that a method takes in or gives out, as tables write it.
public struct MethodColumn: Hashable, Sendable {
    /// Which numbers a column may hold.
    public enum Domain: String, Hashable, Sendable {
        /// A whole number of zero or more.
        case count = "whole number ≥ 0"
        /// A whole number of one or more.
        case positiveCount = "whole number > 0"
        /// A whole number, such as a year.
        case whole = "whole number"
        /// Zero or more.
        case amount = "≥ 0"
        /// More than zero.
        case positive = "> 0"
        /// Between 0 and 1, both left out.
        case share = "between 0 and 1"
        /// Between 0 and 1.
        case probability = "from 0 to 1"
        /// Any number.
        case number = "any number"

        /// The rule that `number` breaks here; `nil` if it may stand.
        ///
        /// Numbers other than probabilities are neither so large nor so small that a method could overflow on them.
        func rule(brokenBy number: Double) -> String? {
            let isWhole = number == number.rounded()
            let isMember =
                switch self {
                case .count: isWhole && number >= 0
                case .positiveCount: isWhole && number > 0
                case .whole: isWhole
                case .amount: number >= 0
                case .positive: number > 0
                case .share: number > 0 && number < 1
                case .probability: number >= 0 && number <= 1
                case .number: true
                }
            guard isMember, number.isFinite else { return "it must be: \(rawValue)" }
            if self == .share || self == .probability || number == 0 || (1e-12...1e12).contains(abs(number)) {
                return nil
            }
            return "it must be 0, or from 1e-12 to 1e12 in size"
        }
    }

    /// Whether a column says something of its row or of the whole case.
    public enum Scope: String, Hashable, Sendable {
        /// Each row has its own number.
        case row
        /// One number for the case: on its first row, and on the others the same or nothing.
        case wholeCase = "case"
    }

    /// Its name in a header.
    public let name: String
    /// What it means.
    public let meaning: String
    /// The unit it is counted in.
    public let unit: String
    /// Which numbers it may hold.
    public let domain: Domain
    /// Whether it belongs to the row or to the case.
    public let scope: Scope
    /// True if it may be left empty.
    public let isOptional: Bool

    init(
        _ name: String, _ meaning: String, unit: String, _ domain: Domain = .number, _ scope: Scope = .row,
        isOptional: Bool = false
    ) {
        self.name = name
        self.meaning = meaning
        self.unit = unit
        self.domain = domain
        self.scope = scope
        self.isOptional = isOptional
    }

    /// The level of an interval, the same for the whole case.
    static let level = MethodColumn(
        "level", "the level of the interval, such as 0.95", unit: "share", .share, .wholeCase)
    /// The lower limit of an interval.
    static func lower(_ unit: String) -> MethodColumn { MethodColumn("lower", "lower limit", unit: unit) }
    /// The upper limit of an interval.
    static func upper(_ unit: String) -> MethodColumn { MethodColumn("upper", "upper limit", unit: unit) }
    /// A two-sided p-value.
    static let p = MethodColumn("p", "two-sided p-value", unit: "share", .probability)
}
