import LocatedInput

/// A count as official statistics write it: digits, `-` for zero, or a standard mark where there is none.
enum CountCell: Equatable {
    /// The count.
    case count(Int)
    /// No count.
    case absent(Absence)

    /// The count in a field; a diagnostic and `nil` if the field holds anything else.
    init?(_ record: CSVTable.Record, _ index: Int, _ diagnostics: inout Diagnostics) {
        if let number = NumberText.wholeNumber(record.bytes(index)) {
            self = .count(number)
            return
        }
        let text = record.text(index) ?? ""
        if text == "-" {
            self = .count(0)
        } else if let absence = Absence(mark: text) {
            self = .absent(absence)
        } else {
            diagnostics.emit(.notACount(text, at: record.location(index)))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func notACount(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACount", at: location, "'\(text)' is neither a whole number nor a standard mark",
            remedy: "write digits only, '-' for zero, or one of the marks . .. ... :")
    }
}
