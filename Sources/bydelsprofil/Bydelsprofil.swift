import ArgumentParser

/// The program.
@main
struct Bydelsprofil: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bydelsprofil", abstract: "Public health profiles of city districts.",
        discussion: """
            Results go to standard output, everything else to standard error. No command reaches the network.

            Exit codes: 0 ok, 1 findings of error level, 2 disclosure gate, 64 usage, 65 bad data, 66 missing input, \
            70 internal, 73 cannot create, 74 input or output, 130 interrupted.
            """,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, DemoCommand.self, VerifyCommand.self,
            DiffCommand.self,
            GeographyCommand.self, SplitCommand.self, FiguresCommand.self, DeliveriesCommand.self, MethodsCommand.self,
            ProtectCommand.self, AuditCommand.self, ExplainCommand.self,
        ])
}
