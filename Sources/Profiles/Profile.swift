import Disclosure
import Geography
import Indicators
import Registers

/// What the profile of one district says, in no language and no markup.
public struct Profile: Sendable {
    /// A theme and its rows.
    public struct Section: Sendable {
        /// The theme.
        public let theme: Theme
        /// Its rows in the barometer.
        public let rows: [ProfileRow]
        /// Its other indicators.
        public let others: [ProfileRow]
        /// Its figure, where there is something to show.
        public let figure: SectionFigure?
    }

    /// The district.
    public let place: Place
    /// The newest population.
    public let population: PublishedFigure?
    /// What to say first, five to seven sentences where there is that much to say.
    public let sentences: [KeySentence]
    /// The themes that have anything to say, in order.
    public let sections: [Section]
    /// How many rows were tested against the country.
    public let testCount: Int

    /// Every row of the barometer, in order.
    public var barometer: [ProfileRow] { sections.flatMap(\.rows) }
}
