import ArgumentParser
import LocatedInput

/// Checks the statistical methods against anybody's tables.
struct MethodsVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the methods against reference tables.",
        discussion: """
            A table has a header, and `;`, a comma or a tab between its columns. A row is the method, its named inputs \
            and what is expected of it, in columns that begin with `expected_`; an empty one is not compared. \
            `methods list` shows every column. Methods that take several rows join those with the same `case`. Where a \
            method should give nothing, `expected_refusal` holds the reason.

            Prints, for each method, how many rows there were and the largest relative difference; exits with 1 if one \
            is above the tolerance.

            Example: bydelsprofil methods verify indicators/methods/*.csv
            """)

    @Argument(help: "Tables of cases.")
    var tables: [String]

    @Option(help: "The largest relative difference that is allowed.")
    var tolerance = 1e-9

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        guard tolerance.isFinite, tolerance >= 0 else {
            throw ValidationError("the tolerance must be a number of zero or more")
        }
    }

    func run() throws {
        var diagnostics = Diagnostics()
        let files = tables.compactMap { InputFile(reading: $0, &diagnostics) }
        let reference = ReferenceCases(files, &diagnostics)
        if diagnostics.hasErrors {
            try CommandOutput.finish(MethodVerification?.none, diagnostics, asJSON: json, text: \.text)
        }
        let verification = MethodVerification(reference, tolerance: tolerance, &diagnostics)
        CommandOutput.report(diagnostics)
        if json {
            try CommandOutput.result(json: verification, diagnostics)
        } else {
            CommandOutput.result(String(verification.text.dropLast()))
        }
        if diagnostics.hasErrors { throw ExitStatus.findings.code }
    }
}
