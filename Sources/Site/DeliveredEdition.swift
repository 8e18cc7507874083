import Disclosure
import Geography
import Indicators
import LocatedInput
import Registers

/// What the edition that is made from deliveries holds, without its pages.
public struct DeliveredEdition: Sendable {
    /// The registers whose deliveries it is made from.
    public let registers: [RegisterDefinition]
    /// Their indicators.
    public let library: IndicatorLibrary
    /// What may be published of them.
    public let policy: DisclosurePolicy
    /// The day whose districts get profiles.
    public let today: CalendarDate

    /// Reads the folder of indicators; every fault is reported, and `nil` if there is one.
    public init?(from indicators: InputFolder, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let definitions = FigureDefinitions(from: indicators, &found)
        let plan = InputFile(reading: indicators.file("demonstration.yaml"), &found).flatMap {
            EditionFile.load($0, known: definitions.registers.map(\.id), epoch: nil, &found)
        }
        guard !found.hasErrors, let library = definitions.library, let policy = definitions.policy, let plan else {
            return nil
        }
        let published = plan.published(of: definitions.registers)
        registers = definitions.registers.filter { published.contains($0.id) }
        self.library = library.limited(to: published)
        self.policy = policy
        today = plan.edition.geographyDate
    }
}
