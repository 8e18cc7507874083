import ArgumentParser

/// `bydelsprofil split`
struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Check, try and adopt a split that a municipality asks for.",
        subcommands: [SplitCheckCommand.self, SplitPreviewCommand.self, SplitAdoptCommand.self, SplitListCommand.self])
}
