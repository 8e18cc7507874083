import ArgumentParser
import LocatedInput
import Site

/// `bydelsprofil verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check a published site against its manifest, and every page and link in it.",
        discussion: "Example: bydelsprofil verify site")

    @Argument(help: "The folder of the site.")
    var site = "site"

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() throws {
        let (diagnostics, fileCount) = SiteVerifier(site).verify()
        CommandOutput.report(diagnostics)
        if json { try CommandOutput.result(json: Verified(files: fileCount), diagnostics) }
        if diagnostics.sorted.contains(where: { $0.name == "MissingFile" }) { throw ExitStatus.missingInput.code }
        if diagnostics.hasErrors { throw ExitStatus.findings.code }
        if !json { CommandOutput.result("\(fileCount) files are whole, and every link leads somewhere") }
    }

    private struct Verified: Encodable {
        let files: Int
    }
}
