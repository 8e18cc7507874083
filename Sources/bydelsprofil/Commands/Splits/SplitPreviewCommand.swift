import ArgumentParser
import CSystem
import Foundation
import Geography
import LocatedInput
import Site
import SplitRequests

/// `bydelsprofil split preview`
struct SplitPreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Build the site as it would be with a split that a municipality asks for.",
        discussion: """
            The geography is copied, the split adopted in the copy, and the whole site built from it, with everything \
            withheld that must be: what is in the geography's own folder stays as it is. Give --deliveries that hold \
            the municipality's units, or the profiles have open figures only.

            Example: bydelsprofil split preview soner.csv --kommune 5501 --date 2024-01-01 --id levekarssoner \
            --title Levekårssoner --purpose "Kommunens levekårsplan" --requested-by "Tromsø kommune" --out preview
            """)

    @OptionGroup var options: RequestOptions

    @Option(help: "The municipality.")
    var kommune: KommuneCode

    @OptionGroup(title: "The split") var wish: AdoptionOptions

    @Option(help: "The folder of indicators, registers and open figures.")
    var indicators = "indicators"

    @Option(help: "The folder of deliveries for the demonstration edition; without it there is none.")
    var deliveries: String?

    @Option(help: "The folder to publish to: empty, new, or a site published before.")
    var out: String

    func run() throws {
        bydelsprofil_keep_freed_memory()
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("bydelsprofil-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let publisher = SitePublisher(to: out)
        do {
            try publisher.check()
            try FileManager.default.copyItem(atPath: options.geography, toPath: root)
            let adopted = try RequestedAdoption.check(options, kommune, wish, into: InputFolder(root))
            try adopted.files.write()
            let folders = SiteFolders(
                geography: root, indicators: indicators, templates: options.templates, deliveries: deliveries)
            var diagnostics = Diagnostics()
            let tree = SiteBuilder(folders).build(&diagnostics) { _ in }
            CommandOutput.report(diagnostics)
            try ExitStatus.stopOnErrors(diagnostics)
            guard let tree else { throw ExitCode.failure }
            try publisher.publish(tree)
            CommandOutput.result("\(tree.paths.count) files published to \(out)")
        } catch let fault as PublishingFault {
            CommandOutput.note(fault.description)
            throw ExitStatus(fault).code
        }
    }
}
