import ArgumentParser
import LocatedInput
import Registers

/// `bydelsprofil deliveries sum`
struct DeliveriesSumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sum", abstract: "Add deliveries up by the places of today, and write the sums to a file.",
        discussion: """
            A record for each register, place, year, sex, age and category: the country, kommuner, districts, and the \
            unallocated of each split. The file is as confidential as the deliveries, and only you may read it.

            Example: bydelsprofil deliveries sum deliveries --out sums.csv
            """)

    @OptionGroup var options: DeliveryOptions

    @Option(help: "The file to write.")
    var out: String

    func run() throws {
        var diagnostics = Diagnostics()
        let report = options.report(&diagnostics)
        CommandOutput.report(diagnostics)
        try ExitStatus.stopOnErrors(diagnostics)
        guard let report else { throw ExitStatus.badData.code }
        do {
            try report.writeSums(to: out)
        } catch {
            CommandOutput.report(error.diagnostics)
            throw ExitStatus.cannotCreate.code
        }
        if !report.summary.isSynthetic {
            CommandOutput.note("\(out) is confidential: it holds unprotected counts of people")
        }
        CommandOutput.result("\(out): sums of \(report.summary.registers.map(\.id.id).joined(separator: ", "))")
    }
}
