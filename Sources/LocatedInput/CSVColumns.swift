/// The columns of a table by name.
public struct CSVColumns: Sendable {
    private let positions: [String: Int]
    private let header: [Located<String>]

    /// Looks up the columns of `header`; every name in `required` must be there, and nothing outside `required` and
    /// `optional` may be. All faults are reported; `nil` if there was one.
    public init?(
        _ header: [Located<String>], required: [String], optional: [String] = [], _ diagnostics: inout Diagnostics
    ) {
        let known = required + optional
        var isSound = true
        for name in header where !known.contains(name.value) {
            diagnostics.emit(.unknownColumn(name, among: known))
            isSound = false
        }
        let present = Set(header.map(\.value))
        for name in required where !present.contains(name) {
            let place = header.first?.location ?? SourceLocation(file: "")
            diagnostics.emit(.missingColumn(name, at: SourceLocation(file: place.file, line: place.line)))
            isSound = false
        }
        guard isSound else { return nil }
        self.header = header
        positions = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1.value, $0) })
    }

    /// Where the column `name` stands, from 0; it must be one of the required columns.
    public subscript(name: String) -> Int {
        guard let position = positions[name] else { preconditionFailure("column '\(name)' was not asked for") }
        return position
    }

    /// Where the column `name` stands, or `nil` where it was left out.
    public func optional(_ name: String) -> Int? { positions[name] }
}

extension CSVTable.Record {
    /// The text of a field; a diagnostic and `nil` if it is not valid in the file's encoding.
    public func located(_ index: Int, _ diagnostics: inout Diagnostics) -> Located<String>? {
        guard let text = text(index) else {
            diagnostics.emit(.wrongEncoding(encoding, at: location(index)))
            return nil
        }
        return Located(text, at: location(index))
    }

    /// A whole number of zero or more; a diagnostic and `nil` if the field holds anything else.
    public func wholeNumber(_ index: Int, _ diagnostics: inout Diagnostics) -> Int? {
        if let number = NumberText.wholeNumber(bytes(index)) { return number }
        diagnostics.emit(.notAWholeNumber(text(index) ?? "", at: location(index)))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unknownColumn(_ name: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownColumn", at: name.location, "there is no column '\(name.value)' in this kind of table",
            remedy: Suggestion.remedy(for: name.value, among: known))
    }

    fileprivate static func missingColumn(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingColumn", at: location, "the column '\(name)' is missing", remedy: "add it to the header")
    }

    fileprivate static func notAWholeNumber(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAWholeNumber", at: location, "'\(text)' is not a whole number",
            remedy: "write digits only, without spaces, separators or decimals")
    }
}
