import LocatedInput
import Statistics

/// One row of a reference table, its numbers read.
struct ReferenceRow {
    /// The column that names the method.
    static let methodColumn = "method"
    /// The column that holds rows of one case together.
    static let caseColumn = "case"
    /// The column that says why there is no answer.
    static let refusalColumn = "expected_refusal"
    /// What stands before the name of an output.
    static let expectedPrefix = "expected_"

    /// Every column that some method has.
    static let knownColumns: [String] = {
        let names = Method.all.flatMap { method in
            method.inputs.map(\.name) + method.outputs.map { expectedPrefix + $0.name }
        }
        return [caseColumn, refusalColumn] + Set(names).sorted()
    }()

    /// The method.
    let method: Method
    /// The name of the case; empty where none is written.
    let caseName: String
    /// Where the row is written.
    let location: SourceLocation
    /// The inputs that are filled in, by column.
    let inputs: [String: Located<Double>]
    /// The expected figures that are filled in, by output.
    let expected: [String: Located<Double>]
    /// The reason why there should be no answer, where one is given.
    let refusal: Located<String>?

    /// Reads a record; all its faults are reported, and `nil` if there was one.
    init?(
        _ record: CSVTable.Record, header: [String], file: String, _ diagnostics: inout Diagnostics
    ) {
        var texts: [String: Located<String>] = [:]
        for (index, name) in header.enumerated() {
            guard let text = record.located(index, &diagnostics) else { return nil }
            if !text.value.isEmpty { texts[name] = text }
        }
        location = SourceLocation(file: file, line: record.line)
        guard let name = texts[Self.methodColumn] else {
            diagnostics.emit(.noMethod(at: location))
            return nil
        }
        guard let method = Method.named(name.value) else {
            diagnostics.emit(.unknownMethod(name))
            return nil
        }
        self.method = method
        caseName = texts[Self.caseColumn]?.value ?? ""
        refusal = texts[Self.refusalColumn]
        var inputs: [String: Located<Double>] = [:]
        var expected: [String: Located<Double>] = [:]
        var isSound = true
        for column in header where ![Self.methodColumn, Self.caseColumn, Self.refusalColumn].contains(column) {
            guard let text = texts[column] else { continue }
            let output = method.outputs.first { Self.expectedPrefix + $0.name == column }
            guard output != nil || method.inputs.contains(where: { $0.name == column }) else {
                diagnostics.emit(.notOfMethod(column, method, at: text.location))
                isSound = false
                continue
            }
            guard let number = Self.number(text.value) else {
                diagnostics.emit(.notANumber(text))
                isSound = false
                continue
            }
            if let output {
                expected[output.name] = Located(number, at: text.location)
            } else {
                inputs[column] = Located(number, at: text.location)
            }
        }
        if method.isGrouped, caseName.isEmpty {
            diagnostics.emit(.noCase(method, at: location))
            isSound = false
        }
        if let refusal, !method.refusals.contains(refusal.value) {
            diagnostics.emit(.unknownRefusal(refusal, method))
            isSound = false
        }
        if let refusal, !expected.isEmpty {
            diagnostics.emit(.refusalAndFigures(at: refusal.location))
            isSound = false
        }
        guard isSound else { return nil }
        self.inputs = inputs
        self.expected = expected
    }

    /// A number in digits, with a decimal point and an exponent where needed, such as `-2.5e-12`.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension Diagnostic {
    fileprivate static func noMethod(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingMethod", at: location, "the row names no method",
            remedy: "fill in the column 'method'; 'methods list' shows the names")
    }

    fileprivate static func unknownMethod(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownMethod", at: name.location, "there is no method '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: Method.all.map(\.name)))
    }

    fileprivate static func notOfMethod(_ column: String, _ method: Method, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ColumnOfAnotherMethod", at: location, "the method '\(method.name)' has no column '\(column)'",
            remedy: "leave it empty in this row")
    }

    fileprivate static func notANumber(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotANumber", at: text.location, "'\(text.value)' is not a number",
            remedy: "write digits with a decimal point, without spaces; an exponent may follow, as in 2.5e-12")
    }

    fileprivate static func noCase(_ method: Method, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingCase", at: location, "the method '\(method.name)' takes several rows",
            remedy: "give all rows of a case the same name in the column 'case'")
    }

    fileprivate static func unknownRefusal(_ refusal: Located<String>, _ method: Method) -> Diagnostic {
        Diagnostic(
            .error, "UnknownRefusal", at: refusal.location,
            "the method '\(method.name)' never refuses for the reason '\(refusal.value)'",
            remedy: Suggestion.remedy(for: refusal.value, among: method.refusals))
    }

    fileprivate static func refusalAndFigures(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "RefusalAndFigures", at: location, "the row expects both figures and none",
            remedy: "leave either 'expected_refusal' or the other 'expected_…' columns empty")
    }
}
