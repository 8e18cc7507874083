import ArgumentParser
import LocatedInput
import Site

/// `bydelsprofil diff`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "List every figure that moved between two published sites.",
        discussion: """
            A line for each figure: how it differs, indicator, place, period, sex and age, then what it said and says. \
            The inputs that differ are named on standard error.

            Example: bydelsprofil diff site.old site
            """)

    @Argument(help: "The folder of the old site.")
    var old: String

    @Argument(help: "The folder of the new site.")
    var new: String

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() throws {
        var diagnostics = Diagnostics()
        let difference = SiteDifference(from: old, to: new, &diagnostics)
        if !json, let difference {
            for input in difference.inputs { CommandOutput.note("input \(input.kind.rawValue): \(input.path)") }
        }
        try CommandOutput.finish(difference.map(Document.init), diagnostics, asJSON: json) { document in
            document.figures.map { $0.line + "\n" }.joined()
        }
        if !json, let difference { CommandOutput.note("\(difference.figures.count) figures differ") }
    }

    /// The difference as `--json` shows it.
    private struct Document: Encodable {
        struct Input: Encodable {
            let path: String
            let kind: String
        }

        struct Figure: Encodable {
            struct Change: Encodable {
                let column: String
                let old: String
                let new: String
            }

            let edition: String
            let kind: String
            let key: [String: String]
            let changes: [Change]

            /// The figure in one line.
            var line: String {
                let place = [
                    "indicator", "split", "area", "period_start", "period_end", "sex", "age",
                ].map { key[$0] ?? "" }.filter { !$0.isEmpty }.joined(separator: " ")
                let values = changes.map { "\($0.column) \(Self.said($0.old)) → \(Self.said($0.new))" }
                let whole = edition.isEmpty ? place : "\(edition): \(place)"
                return ([kind, whole] + (values.isEmpty ? [] : [values.joined(separator: ", ")]))
                    .joined(separator: "\t")
            }

            private static func said(_ value: String) -> String { value.isEmpty ? "nothing" : value }
        }

        let inputs: [Input]
        let figures: [Figure]

        init(_ difference: SiteDifference) {
            inputs = difference.inputs.map { Input(path: $0.path, kind: $0.kind.rawValue) }
            figures = difference.figures.map { figure in
                Figure(
                    edition: figure.folder, kind: figure.kind.rawValue,
                    key: Dictionary(figure.key.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first }),
                    changes: figure.changes.map { .init(column: $0.column, old: $0.old, new: $0.new) })
            }
        }
    }
}
