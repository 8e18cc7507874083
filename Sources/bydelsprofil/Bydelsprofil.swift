import ArgumentParser

@main
struct Bydelsprofil: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bydelsprofil", abstract: "Public health profiles of city districts.",
        subcommands: [FiguresCommand.self])
}
