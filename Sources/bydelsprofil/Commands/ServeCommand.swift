import ArgumentParser
import CSystem
import Foundation
import LocatedInput
import Serving
import Site

/// `bydelsprofil serve`
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site to browsers on this machine while it is worked on.",
        discussion: """
            The site is built as `build` does, into a temporary folder, and shown at http://127.0.0.1:PORT/ with the \
            headers of its own _headers. It is built again when one of the files that it is made from changes; where \
            that gives findings, they are printed and the site stands as it stood. Ctrl-C ends it.

            Example: bydelsprofil serve --port 8080
            """)

    @OptionGroup var input: FolderOptions
    @OptionGroup var extras: ExtraOptions

    @Option(help: "The port to listen on; 0 takes one that is free.")
    var port: UInt16 = 8080

    func run() throws {
        bydelsprofil_keep_freed_memory()
        // Who reads no longer what is printed has not ended the program, which would leave its folder behind.
        signal(SIGPIPE, SIG_IGN)
        do {
            let preview = try PreviewFolder()
            defer { preview.remove() }
            try withExtendedLifetime(Interruption { preview.remove() }) { try show(preview) }
        } catch let fault as PublishingFault {
            CommandOutput.note(fault.description)
            throw ExitStatus(fault).code
        } catch let fault as ServingFault {
            CommandOutput.note(fault.description)
            throw ExitStatus.cannotCreate.code
        }
    }

    /// Shows the site until the program is ended, or until nothing can be shown.
    private func show(_ preview: PreviewFolder) throws {
        let server = try PreviewServer(showing: preview.site, port: port)
        var state = InputState(input.folders)
        try ExitStatus.stopOnErrors(try build(into: preview))
        CommandOutput.note("The site is at http://127.0.0.1:\(server.port)/ until Ctrl-C.")
        while true {
            Thread.sleep(forTimeInterval: 0.5)
            if let fault = server.fault { throw fault }
            let now = InputState(input.folders)
            if now == state { continue }
            state = now
            do {
                if try build(into: preview).hasErrors { CommandOutput.note("The site stands as it stood.") }
            } catch let fault as PublishingFault {
                CommandOutput.note(fault.description)
            }
        }
    }

    /// Builds the site, puts it in place if it is well, and says either how long that took or why not.
    private func build(into preview: PreviewFolder) throws -> Diagnostics {
        let clock = ContinuousClock()
        let start = clock.now
        var diagnostics = Diagnostics()
        let tree = extras.builder(of: input, earlier: preview.site).build(&diagnostics)
        CommandOutput.report(diagnostics)
        guard let tree, !diagnostics.hasErrors else { return diagnostics }
        try preview.publish(tree)
        let took = (clock.now - start) / Duration.milliseconds(1)
        CommandOutput.note("\(tree.paths.count) files built in \(Int(took)) ms")
        return diagnostics
    }
}
