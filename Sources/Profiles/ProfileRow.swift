import Disclosure
import Geography
import Indicators
import Registers

/// One indicator in a profile: the district, its city, the country, its sisters, and what the comparison says.
///
/// A class, so that handing rows to pages and charts copies none.
public final class ProfileRow: Sendable {
    /// Another district of the same split and its figure.
    public struct Sister: Sendable {
        /// The district.
        public let district: District
        /// Its figure for the same period.
        public let figure: PublishedFigure
    }

    /// The row's number in the barometer, from 1; `nil` for an indicator outside the barometer.
    public let number: Int?
    /// The indicator.
    public let indicator: IndicatorDefinition
    /// The period of all figures in the row.
    public let period: Period
    /// The district's figure.
    public let figure: PublishedFigure
    /// The city's figure.
    public let city: PublishedFigure?
    /// The country's figure.
    public let country: PublishedFigure?
    /// The other districts of the split that get profiles, in official order.
    public let sisters: [Sister]
    /// The comparison with the country.
    public let verdict: Verdict
    /// The comparison with the rest of the city.
    public let cityVerdict: Verdict
    /// The district's figures through time.
    public let series: Series
    /// The city's figures through time.
    public let citySeries: Series
    /// The country's figures through time.
    public let countrySeries: Series

    init(
        number: Int?, indicator: IndicatorDefinition, period: Period, figure: PublishedFigure, city: PublishedFigure?,
        country: PublishedFigure?, sisters: [Sister], verdict: Verdict, cityVerdict: Verdict, series: Series,
        citySeries: Series, countrySeries: Series
    ) {
        self.number = number
        self.indicator = indicator
        self.period = period
        self.figure = figure
        self.city = city
        self.country = country
        self.sisters = sisters
        self.verdict = verdict
        self.cityVerdict = cityVerdict
        self.series = series
        self.citySeries = citySeries
        self.countrySeries = countrySeries
    }
}
