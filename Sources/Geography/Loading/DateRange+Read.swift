import LocatedInput

extension DateRange {
    /// The days from `from` up to `to`, both ISO dates or empty for an open end.
    static func read(from: Located<String>, to: Located<String>, _ diagnostics: inout Diagnostics) -> DateRange? {
        var isSound = true
        func date(_ text: Located<String>) -> CalendarDate? {
            if text.value.isEmpty { return nil }
            if let date = CalendarDate(text.value) { return date }
            diagnostics.emit(.notADate(text))
            isSound = false
            return nil
        }
        let range = DateRange(from: date(from), to: date(to))
        if isSound, range.isEmpty {
            diagnostics.emit(.emptyPeriod(range, at: to.location))
            return nil
        }
        return isSound ? range : nil
    }
}

extension Diagnostic {
    static func notADate(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotADate", at: text.location, "'\(text.value)' is no date",
            remedy: "write year, month and day as 2020-01-01")
    }

    fileprivate static func emptyPeriod(_ range: DateRange, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "EmptyPeriod", at: location, "the period \(range) holds no day",
            remedy: "valid_to is the first day after the last")
    }
}
