import Geography
@_spi(Confidential) import Indicators
import LocatedInput
import Parallel
@_spi(Confidential) import Registers

/// From registers to published figures in one step, so that nothing confidential has to be named outside.
public struct FigurePublisher: Sendable {
    /// How districts are made up.
    public let geography: Geography
    /// What figures mean.
    public let library: IndicatorLibrary
    /// What may be published.
    public let policy: DisclosurePolicy
    /// The day whose districts get profiles.
    public let today: CalendarDate

    /// A publisher of `library` for the districts that `geography` has on `today`.
    public init(geography: Geography, library: IndicatorLibrary, policy: DisclosurePolicy, today: CalendarDate) {
        self.geography = geography
        self.library = library
        self.policy = policy
        self.today = today
    }

    /// The codes by which tables name the places of today.
    public var areas: AreaDirectory {
        AreaDirectory(
            geography.cities.flatMap { city in
                city.splits.compactMap { split in
                    city.kommune(on: today).map { kommune in
                        AreaDirectory.Division(
                            split: split.id, kommune: kommune, districts: split.districts(on: today).map(\.code))
                    }
                }
            })
    }

    /// Publishes the indicators from the open figures in `folder`; diagnostics and `nil` if anything stands against it.
    public func publish(openFigures folder: InputFolder, _ diagnostics: inout Diagnostics) -> PublishedTable? {
        guard let figures = OpenFigures.load(from: folder, areas: areas, &diagnostics) else { return nil }
        return publish(figures.holdings, &diagnostics)
    }

    /// Publishes the indicators from the deliveries in `folder`, put right by the `corrections.yaml` that may lie in the
    /// folder `corrections`, as one more edition of `ledger`, which was read from `ledgerFile`; diagnostics and `nil` if
    /// anything stands against it.
    public func publish(
        deliveries folder: InputFolder, corrections: InputFolder, registers: [RegisterDefinition],
        after ledger: ReleaseLedger = .empty, in ledgerFile: String = "", _ diagnostics: inout Diagnostics
    ) -> PublishedTable? {
        guard
            let delivered = delivered(
                folder, corrections: corrections, registers: registers, after: ledger, in: ledgerFile, &diagnostics)
        else { return nil }
        return PublicationGate(policy: policy).publish(
            library, of: delivered.holdings, submissions(delivered.holdings), overlaps: delivered.overlaps,
            after: delivered.release, &diagnostics)
    }

    /// What becomes of the figure `key` and why, from the same folders; diagnostics and `nil` if nothing would go out.
    ///
    /// Never to be published: it tells which figures are withheld for their own small counts.
    public func explanation(
        of key: FigureKey, deliveries folder: InputFolder, corrections: InputFolder, registers: [RegisterDefinition],
        after ledger: ReleaseLedger = .empty, in ledgerFile: String = "", _ diagnostics: inout Diagnostics
    ) -> FigureExplanation? {
        guard
            let delivered = delivered(
                folder, corrections: corrections, registers: registers, after: ledger, in: ledgerFile, &diagnostics)
        else { return nil }
        return PublicationGate(policy: policy).explanation(
            of: key, library, of: delivered.holdings, submissions(delivered.holdings), overlaps: delivered.overlaps,
            after: delivered.release, &diagnostics)
    }

    /// What was delivered, and what it is published beside.
    private struct Delivered {
        let holdings: RegisterHoldings
        let overlaps: [SplitOverlaps]
        let release: Release
    }

    private func delivered(
        _ folder: InputFolder, corrections: InputFolder, registers: [RegisterDefinition],
        after ledger: ReleaseLedger, in ledgerFile: String, _ diagnostics: inout Diagnostics
    ) -> Delivered? {
        let overlaps = geography.overlaps(today: today, earlier: ledger.geographyDates)
        guard let corrections = Corrections.load(from: corrections, registers: registers, &diagnostics),
            let figures = DeliveredFigures.load(
                from: folder, registers: registers, geography: geography.adding(overlaps), today: today,
                corrections: corrections, &diagnostics)
        else { return nil }
        let places = LedgerPlaces(geography: geography, today: today, overlaps: overlaps)
        return Delivered(
            holdings: figures.holdings, overlaps: overlaps,
            release: Release(ledger: ledger, places: places, file: ledgerFile))
    }

    /// Publishes the indicators from what registers hold; diagnostics and `nil` if anything stands against it.
    @_spi(Confidential) public func publish(_ holdings: RegisterHoldings, _ diagnostics: inout Diagnostics)
        -> PublishedTable?
    {
        PublicationGate(policy: policy).publish(library, of: holdings, submissions(holdings), &diagnostics)
    }

    private func submissions(_ holdings: RegisterHoldings) -> [PublicationGate.Submission] {
        let divisions = areas.divisions
        return concurrently(divisions.count) { index -> PublicationGate.Submission? in
            let division = divisions[index]
            guard let city = geography.city(division.split.city), let split = city.split(division.split.split) else {
                return nil
            }
            let history = BoundaryHistory(
                of: split, in: city, today: today, years: city.starts.year...max(city.starts.year, today.year))
            let profiled = split.districts(on: today).filter(\.isPublished).map(\.code)
            return PublicationGate.Submission(
                division: division, profiled: Set(profiled),
                calculator: IndicatorCalculator(holdings, division: division, history: history))
        }.compactMap(\.self)
    }
}
