import ArgumentParser

/// The tables of cities, units and districts.
struct GeographyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geography", abstract: "Make, show and check the tables of cities, units and districts.",
        subcommands: [
            GeographyImportCommand.self, GeographyListCommand.self, GeographyTraceCommand.self,
            GeographyBalanceCommand.self,
        ])
}
