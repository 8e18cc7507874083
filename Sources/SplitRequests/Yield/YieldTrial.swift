import Disclosure
import Geography
import Indicators
import LocatedInput
import Registers

/// Works out what would be shown of a city's districts, from deliveries and through the disclosure gate as a build does,
/// but for the one city alone and without pages.
public struct YieldTrial: Sendable {
    private let library: IndicatorLibrary
    private let policy: DisclosurePolicy
    private let registers: [RegisterDefinition]
    private let today: CalendarDate
    private let deliveries: InputFolder
    private let corrections: InputFolder

    /// Trials of the indicators of `library` for the districts of `today`, from the deliveries of `registers` in the folder
    /// `deliveries`, put right by the `corrections.yaml` that may lie in the folder `corrections`.
    public init(
        _ library: IndicatorLibrary, _ policy: DisclosurePolicy, _ registers: [RegisterDefinition], today: CalendarDate,
        deliveries: InputFolder, corrections: InputFolder
    ) {
        self.library = library
        self.policy = policy
        self.registers = registers
        self.today = today
        self.deliveries = deliveries
        self.corrections = corrections
    }

    /// What is shown of the districts of each split of `city` that is published, of groups of `least` indicators and
    /// more; diagnostics and `nil` where the gate lets nothing out.
    func yields(of city: City, least: Int, _ diagnostics: inout Diagnostics) -> Yields? {
        let publisher = FigurePublisher(
            geography: Geography(only: city).published, library: library, policy: policy, today: today)
        guard
            let table = publisher.publish(
                deliveries: deliveries, corrections: corrections, registers: registers, &diagnostics)
        else { return nil }
        let figures = CityFigures(of: city, on: today, in: table, library)
        return Yields(
            groups: figures.groups,
            splits: Dictionary(
                city.splits.filter { $0.status != .proposed }.map {
                    ($0.id, SplitYield(of: $0, on: today, figures, least: least))
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// What is shown of the splits of a city.
    struct Yields {
        let groups: [CityFigures.Group]
        let splits: [SplitID: SplitYield]
    }
}
