import ArgumentParser
import Foundation
import Geography
import LocatedInput
import Rendering
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

            Example: bydelsprofil split check soner.csv --kommune 5501 --date 2024-01-01 --report rapport.html
            """)

    @OptionGroup var options: RequestOptions

    @Option(help: "The municipality; every one that the file has units of if left out.")
    var kommune: KommuneCode?

    @Option(help: "The HTML file to write for the municipality; needs --kommune.")
    var report: String?

    @Option(help: "The JSON of an earlier round, to tell what is fixed, new and remaining.")
    var earlier: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        if kommune == nil, report != nil || earlier != nil {
            throw ValidationError("--report and --earlier are about one municipality: name it with --kommune")
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
        let before = earlier.flatMap { EarlierRound.ids(in: $0, &diagnostics) }
        guard let ground, let wordings, !diagnostics.hasErrors else { return try fail(diagnostics) }
        let reports = ground.kommuner.compactMap { options.report(on: $0, ground, &diagnostics) }
        guard !diagnostics.hasErrors else { return try fail(diagnostics) }
        if reports.isEmpty {
            diagnostics.emit(.noMunicipality(options.file))
            return try fail(diagnostics)
        }
        if let page, let path = report, let only = reports.first {
            try write(page.document(of: only, in: options.lang).text, to: path)
        }
        let text = RequestText(wordings[options.lang])
        let rounds = reports.first.flatMap { report in before.map { RequestRounds(before: $0, now: report.findings) } }
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
    fileprivate static func noMunicipality(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "NoMunicipality", at: SourceLocation(file: path),
            "no line of the file holds a unit of any municipality",
            remedy: "check the file and --date, or name the municipality with --kommune to see what is wrong")
    }
}
