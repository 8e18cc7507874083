import ArgumentParser
import Geography
import LocatedInput
import Registers

/// `bydelsprofil deliveries`: what the owners of registers have sent.
struct DeliveriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "Read deliveries of registers, and say what is wrong with them.",
        subcommands: [DeliveriesCheckCommand.self, DeliveriesSumCommand.self])
}

/// What both commands take.
struct DeliveryOptions: ParsableArguments {
    @Argument(help: "The folder of deliveries: a folder for each, with a delivery.yaml.")
    var deliveries: String

    @Option(help: "The folder of cities and districts.")
    var geography = "geography"

    @Option(help: "The folder of indicators, with registers/ and corrections.yaml.")
    var indicators = "indicators"

    @Option(help: ArgumentHelp("The day whose districts are meant; the last on which any changed.", valueName: "date"))
    var on: CalendarDate?

    @Flag(help: "Take files as they are, whatever checksum is written for them.")
    var skipChecksums = false

    /// Reads the deliveries; `nil` if anything is wrong.
    func report(_ diagnostics: inout Diagnostics) -> DeliveryReport? {
        guard let geography = Geography.load(from: InputFolder(geography), &diagnostics),
            let today = on ?? geography.cities.compactMap(\.turningDays.last).max()
        else { return nil }
        if skipChecksums { CommandOutput.note("checksums were not verified") }
        return DeliveryReport(
            DeliveryReport.Request(
                deliveries: InputFolder(deliveries), indicators: InputFolder(indicators), geography: geography,
                today: today, verifiesChecksums: !skipChecksums),
            &diagnostics)
    }
}
