import ArgumentParser
import CSystem
import Foundation
import LocatedInput
import Site

/// The folders that a site is made from, as options.
struct FolderOptions: ParsableArguments {
    @Option(help: "The folder of cities and districts.")
    var geography = "geography"

    @Option(help: "The folder of indicators, registers and open figures.")
    var indicators = "indicators"

    @Option(help: "The folder of templates, phrases and styles.")
    var templates = "templates"

    @Option(help: "The folder of synthetic deliveries for the demonstration edition; without it there is none.")
    var deliveries: String?

    @Option(
        help: "The file ledger.csv of the newest edition made from deliveries, which nothing can be taken back from.")
    var ledger: String?

    @Option(help: "The folder of the site as it was published last, whose earlier editions' files are carried on.")
    var earlier: String?

    @Option(help: "A folder of district borders, <city>/<split>/borders.yaml; those in the geography need none.")
    var borders: String?

    var folders: SiteFolders {
        SiteFolders(
            geography: geography, indicators: indicators, templates: templates, deliveries: deliveries, ledger: ledger,
            earlier: earlier, borders: borders)
    }

    /// `SOURCE_DATE_EPOCH`, if it is a number.
    var epoch: Int? { ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } }
}

/// What outside programs make besides the pages, as options.
struct ExtraOptions: ParsableArguments {
    @Flag(help: "Make the pictures that other sites show where pages are shared; needs rsvg-convert.")
    var sharePictures = false

    @Option(help: "The program that makes PDFs, such as templates/paper/make_pdfs.py; without it there are none.")
    var pdf: String?

    /// A builder of the site in the folders that are named, which takes over PDFs from the one in the folder `earlier`.
    func builder(of input: FolderOptions, earlier: String) -> SiteBuilder {
        SiteBuilder(
            input.folders, epoch: input.epoch, sharesPictures: sharePictures,
            pdfs: pdf.map { PDFMaker(program: $0, earlier: earlier) })
    }
}

/// `bydelsprofil build`
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Publish the whole site.",
        discussion: """
            The site is written beside the old one, and both change places in one step: until then the old site stands \
            as it stood.

            Example: bydelsprofil build --out site
            """)

    @OptionGroup var input: FolderOptions
    @OptionGroup var extras: ExtraOptions

    @Option(help: "The folder to publish to: empty, new, or a site published before.")
    var out = "site"

    @Flag(help: "Build and check everything, and write nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Say nothing unless something is wrong.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say how long each stage took.")
    var verbose = false

    func run() throws {
        bydelsprofil_keep_freed_memory()
        let publisher = SitePublisher(to: out)
        var watch = StageWatch()
        do {
            try publisher.check()
            var diagnostics = Diagnostics()
            let tree = extras.builder(of: input, earlier: out).build(&diagnostics) { watch.begin($0.rawValue) }
            CommandOutput.report(diagnostics)
            try ExitStatus.stopOnErrors(diagnostics)
            guard let tree else { throw ExitCode.failure }
            if !dryRun {
                watch.begin("publishing")
                try publisher.publish(tree)
            }
            watch.end()
            if verbose { watch.report() }
            if extras.pdf == nil, !quiet {
                CommandOutput.note("No PDFs are made: --pdf names the program that makes them.")
            }
            let count = tree.paths.count
            if !quiet {
                CommandOutput.result(
                    dryRun ? "\(count) files checked, nothing written" : "\(count) files published to \(out)")
            }
        } catch let fault as PublishingFault {
            CommandOutput.note(fault.description)
            throw ExitStatus(fault).code
        }
    }
}
