import Geography
import Indicators
import Registers

/// Everything that may be known outside: the only figures that pages, pictures and files are made from.
///
/// Only ``PublicationGate`` makes one.
public struct PublishedTable: Sendable {
    /// An indicator in one split.
    struct Series: Hashable, Sendable {
        let split: SplitID
        let indicator: IndicatorID
    }

    private let figures: [FigureKey: PublishedFigure]
    private let periods: [IndicatorID: [Period]]
    private let profilePeriods: [Series: Period]
    private let tests: [Area: Int]

    init(_ figures: [FigureKey: PublishedFigure], profilePeriods: [Series: Period], tests: [Area: Int]) {
        self.figures = figures
        self.profilePeriods = profilePeriods
        self.tests = tests
        var periods: [IndicatorID: Set<Period>] = [:]
        for key in figures.keys { periods[key.indicator, default: []].insert(key.period) }
        self.periods = periods.mapValues { $0.sorted() }
    }

    /// The figure of `key`, or `nil` where nothing was ever worked out.
    public subscript(key: FigureKey) -> PublishedFigure? { figures[key] }

    /// Every figure, in no particular order.
    public var all: some Collection<PublishedFigure> { figures.values }

    /// The periods that any place has a figure of `indicator` for, shown or not, in order.
    public func periods(of indicator: IndicatorID) -> [Period] { periods[indicator] ?? [] }

    /// The period that profiles of `split` show and test: the newest one in which the country and some district have
    /// a number; where the country never has one, the newest in which some district has.
    public func profilePeriod(of indicator: IndicatorID, in split: SplitID) -> Period? {
        profilePeriods[Series(split: split, indicator: indicator)]
    }

    /// How many figures of the profile of `area` were tested against the country.
    public func tests(in area: Area) -> Int { tests[area] ?? 0 }
}
