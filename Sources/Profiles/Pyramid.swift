import Disclosure
import Registers

/// The population of a district by sex and age group, set against the country.
public struct Pyramid: Sendable {
    /// One age group.
    public struct Band: Sendable {
        /// The ages.
        public let age: AgeRange
        /// Men in the district, persons.
        public let men: PublishedFigure
        /// Women in the district, persons.
        public let women: PublishedFigure
        /// Men in the country, persons.
        public let countryMen: PublishedFigure?
        /// Women in the country, persons.
        public let countryWomen: PublishedFigure?
    }

    /// The year of 1 January for which the district and, if possible, the country have figures.
    public let period: Period
    /// All persons in the district.
    public let total: PublishedFigure
    /// All persons in the country.
    public let countryTotal: PublishedFigure?
    /// The age groups, youngest first.
    public let bands: [Band]
}
