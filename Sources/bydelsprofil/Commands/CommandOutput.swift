import ArgumentParser
import Foundation
import LocatedInput

/// Where a command's words go: results to standard output, the rest to standard error.
enum CommandOutput {
    /// A command's exit code, as sysexits.h has them.
    enum Exit {
        static let findings = ExitCode(1)
        static let badData = ExitCode(65)
        static let missingInput = ExitCode(66)
        static let cannotWrite = ExitCode(74)
    }

    /// One finding, as `--json` shows it.
    struct Finding: Encodable {
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

    /// Prints `text`, which ends its own lines.
    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Prints one JSON document with `result` and all findings; keys are in order, so equal results are equal bytes.
    static func write(json result: (some Encodable)?, _ diagnostics: Diagnostics) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let document = Document(result: result, diagnostics: diagnostics.sorted.map(Finding.init))
        FileHandle.standardOutput.write(try encoder.encode(document) + Data("\n".utf8))
    }

    /// Prints a command's result as text or JSON, and the findings to standard error.
    static func finish<Result: Encodable>(
        _ result: Result?, _ diagnostics: Diagnostics, asJSON: Bool, text: (Result) -> String
    ) throws {
        for diagnostic in diagnostics.sorted {
            FileHandle.standardError.write(Data("\(diagnostic)\n".utf8))
        }
        if asJSON {
            try write(json: result, diagnostics)
        } else if let result {
            write(text(result))
        }
        guard diagnostics.hasErrors else { return }
        let rules = Set(diagnostics.sorted.map(\.name))
        if rules.contains("CannotWrite") { throw Exit.cannotWrite }
        throw rules.isDisjoint(with: ["MissingFile", "MissingFolder"]) ? Exit.badData : Exit.missingInput
    }
}
