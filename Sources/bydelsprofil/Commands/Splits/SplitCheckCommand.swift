import ArgumentParser
import Foundation
import Geography
import LocatedInput
import Rendering
import Site
import SplitRequests

/// `bydelsprofil split check`
struct SplitCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tell what a municipality would get for the districts it asks for.",
        discussion: """
            Reads a table with a line for each grunnkrets and its district, as a spreadsheet saves it, or the districts' \
            borders (GeoJSON or GML) laid over the grunnkretser of --units, and holds it \
            against the country's units, against every split that is published, and against what is demanded of a split \
            (requests.yaml). Nothing is written but the report that is asked for, and no report tells how many people \
            live anywhere. Exits with 1 where something must be mended, and with 2 where publishing the split would \
            give a small area away.

            With --deliveries it is tried how much of each group of indicators could be shown, as a build would. That \
            takes from seconds to minutes.

            Example: bydelsprofil split check soner.csv --kommune 5501 --date 2024-01-01 --report rapport.html
            """)

    @OptionGroup var options: RequestOptions

    @Option(help: "The municipality; every one that the file has units of if left out.")
    var kommune: KommuneCode?

    @Option(help: "The HTML file to write for the municipality; needs --kommune.")
    var report: String?

    @Option(help: "The JSON of an earlier round, to tell what is fixed, new and remaining.")
    var earlier: String?

    @Option(
        help: "A folder of deliveries, to tell what share of the figures could be shown; without it that is not judged."
    )
    var deliveries: String?

    @Option(help: "The folder of indicators and registers; read with --deliveries only.")
    var indicators = "indicators"

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        if kommune == nil, report != nil || earlier != nil || deliveries != nil {
            throw ValidationError(
                "--report, --earlier and --deliveries are about one municipality: name it with --kommune")
        }
        if report == options.file { throw ValidationError("--report must not be the file that is read") }
    }

    func run() throws {
        var diagnostics = Diagnostics()
        let ground = options.ground(kommune, &diagnostics)
        let wordings = options.wordings(&diagnostics)
        let page = report.flatMap { _ in
            wordings.flatMap { RequestPage(from: InputFolder(options.templates), $0, &diagnostics) }
        }
        let trial = deliveries.flatMap { yieldTrial(from: InputFolder($0), &diagnostics) }
        let before = earlier.flatMap { EarlierRound.ids(in: $0, &diagnostics) }
        guard let ground, let wordings, !diagnostics.hasErrors else { return try fail(diagnostics) }
        let reports = ground.kommuner.compactMap { options.report(on: $0, ground, trial: trial, &diagnostics) }
        guard !diagnostics.hasErrors else { return try fail(diagnostics) }
        if reports.isEmpty {
            diagnostics.emit(.noMunicipality(options.file))
            return try fail(diagnostics)
        }
        let text = RequestText(wordings[options.lang])
        let rounds = reports.first.flatMap { report in before.map { RequestRounds(before: $0, now: report.findings) } }
        if let page, let path = report, let only = reports.first {
            try write(page.document(of: only, in: options.lang, rounds: rounds).text, to: path)
        }
        CommandOutput.report(diagnostics)
        if json {
            let documents = try reports.map { try RequestDocument($0, text, rounds: rounds) }
            try CommandOutput.result(json: documents, diagnostics)
        } else if kommune != nil, let only = reports.first {
            for line in try text.summary(only, rounds: rounds) { CommandOutput.result(line) }
        } else {
            for report in reports { CommandOutput.result(try text.line(report)) }
        }
        if reports.contains(where: { $0.verdict == .cannotBePublished }) { throw ExitStatus.gate.code }
        if reports.contains(where: { $0.verdict == .mustBeMended }) { throw ExitStatus.findings.code }
    }

    /// What works out how much would be shown, as the edition does that is made from deliveries.
    private func yieldTrial(from deliveries: InputFolder, _ diagnostics: inout Diagnostics) -> YieldTrial? {
        if !deliveries.exists { diagnostics.emit(.noDeliveries(deliveries)) }
        let folder = InputFolder(indicators)
        return DeliveredEdition(from: folder, &diagnostics).map {
            YieldTrial(
                $0.library, $0.policy, $0.registers, today: $0.today, deliveries: deliveries, corrections: folder)
        }
    }

    private func fail(_ diagnostics: Diagnostics) throws {
        try CommandOutput.finish([RequestDocument]?.none, diagnostics, asJSON: json) { _ in "" }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            try CommandOutput.end(with: .cannotWrite(path))
        }
    }
}

extension Diagnostic {
    fileprivate static func noDeliveries(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "MissingFolder", at: SourceLocation(file: folder.path), "there is no folder of deliveries here",
            remedy: "check --deliveries, or leave it out")
    }

    fileprivate static func noMunicipality(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "NoMunicipality", at: SourceLocation(file: path),
            "no line of the file holds a unit of any municipality",
            remedy: "check the file and --date, or name the municipality with --kommune to see what is wrong")
    }
}
