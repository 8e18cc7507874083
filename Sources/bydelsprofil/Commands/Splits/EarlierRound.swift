import Foundation
import LocatedInput

/// Reads the findings of an earlier round from the JSON that `split check --json` printed.
enum EarlierRound {
    private struct Document: Decodable {
        struct Report: Decodable {
            struct Entry: Decodable { let id: String }
            let findings: [Entry]
        }
        let result: [Report]
    }

    /// The ids of its findings.
    static func ids(in path: String, _ diagnostics: inout Diagnostics) -> Set<String>? {
        guard let file = InputFile(reading: path, &diagnostics) else { return nil }
        if let document = try? JSONDecoder().decode(Document.self, from: file.data) {
            return Set(document.result.flatMap(\.findings).map(\.id))
        }
        diagnostics.emit(.notARound(path))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func notARound(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "NotARound", at: SourceLocation(file: path), "the file is not what 'split check --json' prints",
            remedy: "save the JSON of the earlier round whole")
    }
}
