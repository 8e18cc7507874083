import Foundation
import LocatedInput

/// Findings as one JSON document.
enum DiagnosticsReport {
    private struct Document: Encodable {
        let schema_version = 1
        let findings: [Finding]
    }

    private struct Finding: Encodable {
        let severity: String
        let name: String
        let file: String
        let line: Int?
        let column: Int?
        let message: String
        let remedy: String?
    }

    /// The findings in order, keys in alphabetical order.
    static func json(_ diagnostics: Diagnostics) -> String {
        let document = Document(
            findings: diagnostics.sorted.map {
                Finding(
                    severity: $0.severity.rawValue, name: $0.name, file: $0.location.file,
                    line: $0.location.line == 0 ? nil : $0.location.line,
                    column: $0.location.column == 0 ? nil : $0.location.column, message: $0.message, remedy: $0.remedy)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
