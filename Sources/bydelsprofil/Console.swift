import ArgumentParser
import Foundation
import LocatedInput

/// Writing to the user: results on standard output, everything else on standard error.
enum Console {
    /// A line of results.
    static func result(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// A line about the run.
    static func note(_ text: String) { write(text + "\n", to: .standardError) }

    /// Every finding, sorted.
    static func report(_ diagnostics: Diagnostics) {
        for diagnostic in diagnostics.sorted { note(diagnostic.description) }
    }

    /// Every finding, and then the end of the command if one is an error: 66 where only input is missing, 2 where only
    /// the gate says no, otherwise 65.
    static func stopOnErrors(_ diagnostics: Diagnostics) throws {
        report(diagnostics)
        guard diagnostics.hasErrors else { return }
        let errors = diagnostics.sorted.filter { $0.severity == .error }
        if errors.allSatisfy({ $0.name == "MissingFile" }) { throw ExitStatus.missingInput.code }
        if errors.allSatisfy({ $0.name == "NothingAllowsPublication" }) { throw ExitStatus.gate.code }
        throw ExitStatus.badData.code
    }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that has gone away (a closed pipe) is no fault of ours.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
