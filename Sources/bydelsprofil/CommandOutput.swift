import ArgumentParser
import Foundation
import LocatedInput

/// Where a command's words go: results to standard output, everything else to standard error.
enum CommandOutput {
    /// One finding, as `--json` shows it.
    private struct Finding: Encodable {
        let file: String
        let line: Int
        let column: Int
        let severity: String
        let message: String
        let remedy: String?
        let name: String

        init(_ diagnostic: Diagnostic) {
            file = diagnostic.location.file
            line = diagnostic.location.line
            column = diagnostic.location.column
            severity = diagnostic.severity.rawValue
            message = diagnostic.message
            remedy = diagnostic.remedy
            name = diagnostic.name
        }
    }

    /// The one document that `--json` prints.
    private struct Document<Result: Encodable>: Encodable {
        let schemaVersion = 1
        let result: Result?
        let diagnostics: [Finding]
    }

    /// A line of results.
    static func result(_ line: String) { write(line + "\n", to: .standardOutput) }

    /// A line about the run.
    static func note(_ line: String) { write(line + "\n", to: .standardError) }

    /// Every finding, sorted.
    static func report(_ diagnostics: Diagnostics) {
        for diagnostic in diagnostics.sorted { note(diagnostic.description) }
    }

    /// Prints one finding and ends the command if it is an error.
    static func end(with diagnostic: Diagnostic) throws {
        var diagnostics = Diagnostics()
        diagnostics.emit(diagnostic)
        report(diagnostics)
        try ExitStatus.stopOnErrors(diagnostics)
    }

    /// One JSON document with `result` and all findings; keys are in order, so equal results are equal bytes.
    static func result(json result: (some Encodable)?, _ diagnostics: Diagnostics) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let document = Document(result: result, diagnostics: diagnostics.sorted.map(Finding.init))
        self.result(String(decoding: try encoder.encode(document), as: UTF8.self))
    }

    /// Prints a command's result as text or JSON and its findings to standard error, and ends the command if one of
    /// them is an error. `text` ends its own lines.
    static func finish<Result: Encodable>(
        _ result: Result?, _ diagnostics: Diagnostics, asJSON: Bool, text: (Result) -> String
    ) throws {
        report(diagnostics)
        if asJSON {
            try self.result(json: result, diagnostics)
        } else if let result {
            write(text(result), to: .standardOutput)
        }
        try ExitStatus.stopOnErrors(diagnostics)
    }

    /// A reader that has gone away (a closed pipe) is no fault of ours.
    private static func write(_ text: String, to handle: FileHandle) { try? handle.write(contentsOf: Data(text.utf8)) }
}
