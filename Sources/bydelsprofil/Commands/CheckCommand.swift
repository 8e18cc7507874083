import ArgumentParser
import Geography
import LocatedInput
import Site

/// `bydelsprofil check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read every definition, table and template, and say what is wrong.",
        discussion: """
            Builds the site in memory and writes nothing. Every fault is reported, each with file, line and column.

            Example: bydelsprofil check
            """)

    @OptionGroup var input: FolderOptions

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() throws {
        var diagnostics = Diagnostics()
        _ = SiteBuilder(input.folders, epoch: input.epoch).build(&diagnostics)
        _ = UnitRegister.load(from: input.folders.geography, &diagnostics)
        CommandOutput.report(diagnostics)
        if json { try CommandOutput.result(json: Bool?.none, diagnostics) }
        if diagnostics.hasErrors { throw ExitStatus.findings.code }
        if !json { CommandOutput.result("nothing is wrong") }
    }
}
