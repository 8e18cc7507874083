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

    private let figures: [IndicatorID: [Area: PlaceFigures]]
    private let periods: [IndicatorID: [Period]]
    private let profilePeriods: [Series: Period]
    private let tests: [Area: Int]
    /// What the audit of the table came to.
    public private(set) var audit = DisclosureAudit(registers: [])
    private var released: [ReleaseLedger.Entry] = []

    /// What one split lets out of one indicator.
    struct Part: Sendable {
        let indicator: IndicatorID
        private(set) var places: [Area: PlaceFigures] = [:]
        private(set) var periods: Set<Period> = []

        /// Sorts `figures`, all of `indicator`, by place.
        init(_ figures: [PublishedFigure], of indicator: IndicatorID) {
            self.indicator = indicator
            for (area, own) in Dictionary(grouping: figures, by: \.key.area) {
                let figures = PlaceFigures(own)
                places[area] = figures
                periods.formUnion(figures.periods)
            }
        }
    }

    /// Several figures of one key are one: the country's, which every split brings along.
    init(_ parts: [Part], profilePeriods: [Series: Period], tests: [Area: Int]) {
        self.profilePeriods = profilePeriods
        self.tests = tests
        var figures: [IndicatorID: [Area: PlaceFigures]] = [:]
        var periods: [IndicatorID: Set<Period>] = [:]
        for part in parts {
            figures[part.indicator, default: [:]].merge(part.places) { $0.adding($1) }
            periods[part.indicator, default: []].formUnion(part.periods)
        }
        self.figures = figures
        self.periods = periods.mapValues { $0.sorted() }
    }

    /// The figure of `key`, or `nil` where nothing was ever worked out.
    public subscript(key: FigureKey) -> PublishedFigure? {
        figures[key.indicator]?[key.area]?[key.period, key.sex, key.age]
    }

    /// The figures of `indicator` for `area`: what to ask where many are wanted.
    public func figures(of indicator: IndicatorID, for area: Area) -> PlaceFigures {
        figures[indicator]?[area] ?? PlaceFigures()
    }

    /// Every figure, in no particular order.
    public var all: [PublishedFigure] { figures.values.flatMap { $0.values.flatMap(\.all) } }

    /// The keys of the figures whose number is shown.
    var shownFigures: Set<FigureKey> { Set(all.lazy.filter { $0.value.estimate != nil }.map(\.key)) }

    /// The same table with what its audit came to, and what it gives away.
    func released(_ audit: DisclosureAudit, _ entries: [ReleaseLedger.Entry]) -> PublishedTable {
        var table = self
        table.audit = audit
        table.released = entries
        return table
    }

    /// `ledger` with what this table gives away as the edition `id`, of districts of `date`.
    public func ledger(after ledger: ReleaseLedger, edition id: String, geographyDate date: CalendarDate)
        -> ReleaseLedger
    {
        ledger.adding(ReleaseLedger.Edition(id: id, geographyDate: date, entries: released))
    }

    /// The periods that any place has a figure of `indicator` for, shown or not, in order.
    public func periods(of indicator: IndicatorID) -> [Period] { periods[indicator] ?? [] }

    /// The period that profiles of `split` show and test: the newest one in which the country and some district have
    /// a number; where the country never has one, the newest in which some district has; where no district has one,
    /// the newest in which the country and the city have, or where a register knows only whole kommuner the country alone.
    public func profilePeriod(of indicator: IndicatorID, in split: SplitID) -> Period? {
        profilePeriods[Series(split: split, indicator: indicator)]
    }

    /// How many figures of the profile of `area` were tested against the country.
    public func tests(in area: Area) -> Int { tests[area] ?? 0 }
}
