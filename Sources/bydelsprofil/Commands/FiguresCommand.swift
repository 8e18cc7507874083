import ArgumentParser
import Foundation
import LocatedInput
import Registers

/// `bydelsprofil figures`: the figures that may lie in the open.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Make the tables of open figures.", subcommands: [Import.self])

    /// `bydelsprofil figures import`: from a register owner's layout to our own.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import figures as their owner publishes them.",
            discussion: """
                Reads the files, whose layout is known by their header, and writes one table under \
                indicators/open-figures/<register>/. Where several files have the same figure, they must agree. The table \
                must have an entry in the source.yaml beside it; its checksum is written there.
                """)

        @Argument(help: "Files as the owner publishes them.") var files: [String]
        @Option(help: "The register they are from.") var register: String
        @Option(help: "The table to write; the only one of its kind unless named.") var table: String?
        @Option(help: "The folder of register definitions.") var registers = "indicators/registers"
        @Option(help: "The folder of open figures.") var out = "indicators/open-figures"
        @Flag(help: "Check everything and write nothing.") var dryRun = false

        func run() throws {
            var diagnostics = Diagnostics()
            let request = FiguresImport.Request(
                files: files, register: RegisterID(register), registers: InputFolder(registers), out: InputFolder(out),
                table: table)
            let figures = FiguresImport(request, &diagnostics)
            CommandOutput.report(diagnostics)
            try ExitStatus.stopOnErrors(diagnostics)
            guard let figures else { throw ExitStatus.badData.code }
            if figures.isChanged, !dryRun {
                do {
                    try figures.write()
                } catch {
                    CommandOutput.report(error.diagnostics)
                    throw ExitStatus.cannotCreate.code
                }
            }
            let deed = !figures.isChanged ? "unchanged" : dryRun ? "would be written" : "written"
            CommandOutput.result("\(figures.path): \(figures.records) records, \(deed)")
        }
    }
}
