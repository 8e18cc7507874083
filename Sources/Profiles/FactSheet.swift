import Disclosure
import Geography
import Indicators
import Registers

/// Everything about one indicator: all districts of every split, their cities and the country.
public struct FactSheet: Sendable {
    /// One split's districts.
    public struct Table: Sendable {
        /// A city.
        public let city: City
        /// The split.
        public let split: Split
        /// The period shown.
        public let period: Period
        /// The districts in official order, each as a row of its profile.
        public let rows: [(place: Place, row: ProfileRow)]
        /// The city's figure.
        public let cityFigure: PublishedFigure?
    }

    /// The indicator.
    public let indicator: IndicatorDefinition
    /// The country through time.
    public let country: Series
    /// The splits, in the geography's order.
    public let tables: [Table]
}

extension ProfileMaker {
    /// The fact sheet of `indicator`.
    public func factSheet(of indicator: IndicatorDefinition) -> FactSheet {
        let tables = splits.compactMap { split -> FactSheet.Table? in
            let places = places(in: split)
            guard let first = places.first, let period = table.profilePeriod(of: indicator.id, in: split) else {
                return nil
            }
            let rows = places.compactMap { place in
                row(indicator, for: place, number: nil).map { (place: place, row: $0) }
            }
            return FactSheet.Table(
                city: first.city, split: first.split, period: period, rows: rows,
                cityFigure: rows.first?.row.city)
        }
        return FactSheet(
            indicator: indicator, country: Series(indicator.id, .country, in: table), tables: tables)
    }
}
