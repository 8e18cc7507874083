import ArgumentParser
import LocatedInput
import Statistics

/// Shows the statistical methods with their columns.
struct MethodsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the methods: what they take and give, where they are from, their edges.",
        discussion: "The reference tables that come with the program are indicators/methods/<method>.csv.")

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        try CommandOutput.finish(MethodList(), Diagnostics(), asJSON: json, text: \.text)
    }
}

/// The methods, to be shown.
private struct MethodList: Encodable {
    struct Entry: Encodable {
        let name: String
        let gives: String
        let source: String
        let rowsPerCase: String
        let inputs: [Column]
        let outputs: [Column]
        let edges: [String]
        let refusals: [String]
    }
    struct Column: Encodable {
        let column: String
        let meaning: String
        let unit: String
        let holds: String
        let optional: Bool
        let wholeCase: Bool

        init(_ column: MethodColumn, of method: Method, prefix: String = "") {
            self.column = prefix + column.name
            meaning = column.meaning
            unit = column.unit
            holds = column.domain.rawValue
            optional = column.isOptional
            wholeCase = method.isGrouped && column.scope == .wholeCase
        }

        func text(width: Int) -> String {
            let padding = String(repeating: " ", count: width - column.count)
            let notes = (optional ? "; may be empty" : "") + (wholeCase ? "; the same for the whole case" : "")
            return "    \(column)\(padding)  \(meaning) (\(unit); \(holds)\(notes))"
        }
    }

    let methods: [Entry] = Method.all.map { method in
        Entry(
            name: method.name, gives: method.summary, source: method.source,
            rowsPerCase: method.isGrouped ? "several" : "one", inputs: method.inputs.map { Column($0, of: method) },
            outputs: method.outputs.map { Column($0, of: method, prefix: ReferenceRow.expectedPrefix) },
            edges: method.edges,
            refusals: method.refusals)
    }

    var text: String {
        methods.map { method in
            let columns = method.inputs + method.outputs
            let width = columns.map(\.column.count).max() ?? 0
            var lines = ["\(method.name): \(method.gives)", "  source: \(method.source)"]
            lines.append(method.rowsPerCase == "one" ? "  a row is a case" : "  rows with the same `case` are a case")
            lines += ["  takes"] + method.inputs.map { $0.text(width: width) }
            lines += ["  gives"] + method.outputs.map { $0.text(width: width) }
            if !method.refusals.isEmpty {
                lines.append("  or expected_refusal: \(method.refusals.joined(separator: ", "))")
            }
            if !method.edges.isEmpty { lines += ["  edges"] + method.edges.map { "    \($0)" } }
            return lines.map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }
}
