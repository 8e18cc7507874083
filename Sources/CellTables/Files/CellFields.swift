import Cells
import LocatedInput

/// The fields of a row of `cells.csv` as numbers and choices.
struct CellFields {
    private let record: CSVTable.Record

    init(_ record: CSVTable.Record) {
        self.record = record
    }

    /// The number in `column`; nil where the column or the field is empty, and a finding where it holds something else.
    func number(_ column: Int?, _ diagnostics: inout Diagnostics) -> Double? {
        guard let text = text(column, &diagnostics) else { return nil }
        guard let number = NumberText.decimal(text.value, mark: .point)?.double else {
            let isLong = text.value.utf8.count { (0x30...0x39).contains($0) } > 15
            diagnostics.emit(isLong ? .tooLarge(text) : .notANumber(text))
            return nil
        }
        guard abs(number) <= CellLimit.largest else {
            diagnostics.emit(.tooLarge(text))
            return nil
        }
        return number
    }

    /// The choice in `column`, or `standard` where the column or the field is empty.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ column: Int?, standard: Choice, _ diagnostics: inout Diagnostics
    ) -> Choice where Choice.RawValue == String {
        guard let text = text(column, &diagnostics) else { return standard }
        if let choice = Choice(rawValue: text.value) { return choice }
        diagnostics.emit(.unknownWord(text, among: Choice.allCases.map(\.rawValue)))
        return standard
    }

    /// 1 or 0 in `column`; nil where the column or the field is empty.
    func truth(_ column: Int?, _ diagnostics: inout Diagnostics) -> Bool? {
        guard let text = text(column, &diagnostics) else { return nil }
        if ["0", "1"].contains(text.value) { return text.value == "1" }
        diagnostics.emit(.unknownWord(text, among: ["0", "1"]))
        return nil
    }

    /// The text in `column`; nil where the column is left out or the field is empty.
    func text(_ column: Int?, _ diagnostics: inout Diagnostics) -> Located<String>? {
        guard let column, let text = record.located(column, &diagnostics), !text.value.isEmpty else { return nil }
        return text
    }

    /// The text in `column`, which must not be empty.
    func name(_ column: Int, _ diagnostics: inout Diagnostics) -> Located<String>? {
        guard let text = record.located(column, &diagnostics) else { return nil }
        if text.value.isEmpty {
            diagnostics.emit(.nameless(text.location))
            return nil
        }
        return text
    }
}

extension Diagnostic {
    fileprivate static func notANumber(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotANumber", at: text.location, "'\(text.value)' is not a number",
            remedy: "write digits, with a decimal point where there are decimals")
    }

    fileprivate static func tooLarge(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "TooLarge", at: text.location, "the number is too long to be added up exactly",
            remedy: "write at most 15 digits; use a larger unit")
    }

    fileprivate static func unknownWord(_ text: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownWord", at: text.location, "'\(text.value)' cannot stand here",
            remedy: "write \(known.joined(separator: ", ")) or nothing")
    }

    fileprivate static func nameless(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "Nameless", at: location, "a name is missing", remedy: "write one")
    }
}
