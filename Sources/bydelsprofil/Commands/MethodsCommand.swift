import ArgumentParser

/// The statistical methods.
struct MethodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "methods", abstract: "Show the statistical methods, and check them against reference tables.",
        subcommands: [MethodsListCommand.self, MethodsVerifyCommand.self])
}
