import ArgumentParser

@main
struct Bydelsprofil: ParsableCommand {
    func run() throws {}
}
