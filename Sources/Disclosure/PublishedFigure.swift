import Indicators
import LocatedInput
import Registers

/// A published number: rounded, with its interval where the method gives one.
public struct Estimate: Hashable, Sendable {
    /// The number, rounded as it is published.
    public let value: NumberText.Decimal
    /// The lower end of its interval, rounded as the number is.
    public let lower: NumberText.Decimal?
    /// The upper end of its interval.
    public let upper: NumberText.Decimal?

    /// A number with or without its interval.
    public init(_ value: NumberText.Decimal, lower: NumberText.Decimal? = nil, upper: NumberText.Decimal? = nil) {
        self.value = value
        self.lower = lower
        self.upper = upper
    }
}

/// What the world may know of a figure: a number, or why there is none.
public enum PublishedValue: Hashable, Sendable {
    /// The number.
    case figure(Estimate)
    /// May not be published. Whether the owner of the register or we withheld it, and which rule did, is not said.
    case withheld
    /// Too many events lie outside any known district.
    case coverage
    /// Nobody has it.
    case missing
    /// It will come later.
    case pending
    /// It cannot occur.
    case notApplicable
    /// It cannot be worked out, for this reason.
    case notComputable(Obstacle)

    /// The number, if there is one.
    public var estimate: Estimate? {
        if case .figure(let estimate) = self { return estimate }
        return nil
    }

    /// The code in the column `status` of the open data.
    public var status: FigureStatus {
        switch self {
        case .figure: .shown
        case .withheld: .withheld
        case .coverage: .coverage
        case .missing: .missing
        case .pending: .pending
        case .notApplicable: .notApplicable
        case .notComputable: .notComputable
        }
    }
}

/// Whether a figure is shown, and if not, why; the codes of the open data.
public enum FigureStatus: String, CaseIterable, Hashable, Sendable {
    case shown, withheld, coverage, missing, pending
    case notApplicable = "not-applicable"
    case notComputable = "not-computable"

    /// The standard mark of official statistics, as tables show it; empty where a number stands.
    public var mark: String {
        switch self {
        case .shown: ""
        case .withheld, .coverage: Absence.withheld.mark
        case .missing: Absence.missing.mark
        case .pending: Absence.pending.mark
        case .notApplicable, .notComputable: Absence.notApplicable.mark
        }
    }
}

/// A figure as it is published: number, flags, comparisons and trend together, since each can give the others away.
///
/// A class, so that handing thousands of them from table to page copies none.
public final class PublishedFigure: Hashable, Sendable {
    /// What it is about.
    public let key: FigureKey
    /// The number, or why there is none.
    public let value: PublishedValue
    /// What readers must know about it, by name.
    public let flags: [FigureFlag]
    /// How it compares with the country.
    public let comparison: Comparison
    /// How it compares with the rest of the city.
    public let cityComparison: Comparison
    /// Which way its series has gone.
    public let trend: TrendFinding

    init(
        key: FigureKey, value: PublishedValue, flags: [FigureFlag], comparison: Comparison, cityComparison: Comparison,
        trend: TrendFinding
    ) {
        self.key = key
        self.value = value
        self.flags = flags
        self.comparison = comparison
        self.cityComparison = cityComparison
        self.trend = trend
    }

    /// True if both say the same.
    public static func == (left: PublishedFigure, right: PublishedFigure) -> Bool {
        left === right
            || left.key == right.key && left.value == right.value && left.flags == right.flags
                && left.comparison == right.comparison && left.cityComparison == right.cityComparison
                && left.trend == right.trend
    }

    /// Figures that say the same have the same key.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
