import Registers

/// Which events of a register a figure counts, over how many years, and what is evened out.
public struct EventSelection: Hashable, Sendable {
    /// The register's categories, which are added up.
    public let categories: [String]
    /// The ages, none of them overlapping, in order; `nil` for all that the register tells of.
    public let ages: [AgeRange]?
    /// Men, women or both.
    public let sex: Sex
    /// How many years a period sums; the first ones of a series may hold fewer.
    public let years: Int
    /// Whether the same persons may be counted again the next year.
    public let counts: YearlyCounts
    /// What differences between places are taken out; `nil` where the figure is as it is.
    public let standardisation: Standardisation?

    /// The events of `categories`.
    public init(
        categories: [String], ages: [AgeRange]? = nil, sex: Sex = .both, years: Int = 1,
        counts: YearlyCounts = .events, standardisation: Standardisation? = nil
    ) {
        self.categories = categories
        self.ages = ages
        self.sex = sex
        self.years = years
        self.counts = counts
        self.standardisation = standardisation
    }
}

/// Those that a share is a share of.
public enum ShareDenominator: Hashable, Sendable {
    /// Everybody registered as living in the place on 1 January.
    case population
    /// Those whom the same register counts in these categories.
    case categories([String])

    /// How definitions write ``population``; the name is also that of the register the persons come from.
    public static let populationWord = "population"
}

extension RegisterID {
    /// The register of persons that rates and shares are set against.
    public static let population = RegisterID(ShareDenominator.populationWord)
}
