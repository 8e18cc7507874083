import ArgumentParser
import Geography
import LocatedInput
import SplitRequests

/// `bydelsprofil split adopt`
struct SplitAdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Write a split that a municipality asks for into the geography.",
        discussion: """
            The request is checked as by 'split check', and nothing is written unless it can be approved. A municipality \
            that is new gets a city's folder, with its units and their history from the country's tables. The next build \
            publishes the split, protected together with all that is published already.

            Example: bydelsprofil split adopt soner.csv --kommune 5501 --date 2024-01-01 --id levekarssoner \
            --title Levekårssoner --purpose "Kommunens levekårsplan" --requested-by "Tromsø kommune"
            """)

    @OptionGroup var options: RequestOptions

    @Option(help: "The municipality.")
    var kommune: KommuneCode

    @OptionGroup(title: "The split") var wish: AdoptionOptions

    @Flag(help: "Check everything, name the files, and write nothing.")
    var dryRun = false

    func run() throws {
        let adopted = try RequestedAdoption.check(options, kommune, wish)
        if !dryRun {
            do { try adopted.files.write() } catch { try CommandOutput.end(with: .cannotWrite(options.geography)) }
        }
        for path in adopted.files.paths { CommandOutput.result("\(path)\(dryRun ? ": would be written" : "")") }
    }
}
