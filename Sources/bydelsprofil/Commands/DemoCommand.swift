import ArgumentParser
import Demonstration
import LocatedInput

extension DemonstrationScale: ExpressibleByArgument {}

/// `bydelsprofil demo`
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Write synthetic deliveries for every register that has deliveries.",
        discussion: """
            The people are made up, on the real geography, and add up to the published population of every district. \
            Every delivery says that it is synthetic. The same seed gives the same bytes.

            Example: bydelsprofil demo --out .build/deliveries --seed 1
            """)

    @Option(help: "The folder to write to: empty, new, or synthetic deliveries written before.")
    var out: String

    @Option(help: ArgumentHelp("A whole number that everything is drawn from.", valueName: "number"))
    var seed: UInt64

    @Option(help: "How much of the country is written by unit.")
    var scale = DemonstrationScale.cities

    @Option(help: "The folder of cities and districts.")
    var geography = "geography"

    @Option(help: "The folder of indicators, registers and open figures.")
    var indicators = "indicators"

    @Flag(help: "Check everything and write nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Say nothing unless something is wrong.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say which files were written.")
    var verbose = false

    func run() throws {
        let folder = InputFolder(out)
        var diagnostics = Diagnostics()
        let demonstration = Demonstration(
            Demonstration.Folders(geography: InputFolder(geography), indicators: InputFolder(indicators)),
            seed: seed, scale: scale, &diagnostics)
        CommandOutput.report(diagnostics)
        try ExitStatus.stopOnErrors(diagnostics)
        guard let demonstration else { throw ExitCode.failure }
        do throws(DemonstrationFault) {
            try demonstration.check(folder)
            if dryRun {
                let count = demonstration.registers.count
                if !quiet { CommandOutput.result("\(count) deliveries would be written to \(out)") }
                return
            }
            let written = try demonstration.write(to: folder)
            if verbose {
                for delivery in written {
                    for file in delivery.files {
                        CommandOutput.note(
                            "\(folder.folder(delivery.register.id).file(file.name)): \(file.bytes) bytes")
                    }
                }
            }
            if !quiet { CommandOutput.result("\(written.count) synthetic deliveries written to \(out)") }
        } catch {
            CommandOutput.note(error.description)
            throw ExitStatus(error).code
        }
    }
}

extension ExitStatus {
    /// How a command ends whose deliveries could not be written.
    fileprivate init(_ fault: DemonstrationFault) {
        switch fault {
        case .notOurs, .cannotCreate: self = .cannotCreate
        case .inputOutput: self = .inputOutput
        }
    }
}
