import LocatedInput

/// What `register.yaml` says about the tables of the country.
struct RegisterDefinition: Sendable {
    /// The first and the last day that a list tells of.
    let lists: ClosedRange<CalendarDate>
    /// Where the last day is written.
    let lastList: SourceLocation
    let source: Translated<String>
    let licence: String
}

extension RegisterDefinition {
    /// Reads the file; diagnostics and `nil` if something that it needs is missing.
    init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        guard let top = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        top.allow(["source", "licence", "lists"], &diagnostics)
        let source = top.translated("source", &diagnostics)
        let licence = top.string("licence", &diagnostics)
        let days = top.mapping("lists", &diagnostics)
        days?.allow(["first", "last"], &diagnostics)
        let first = days?.date("first", &diagnostics)
        let last = days?.date("last", &diagnostics)
        guard let source, let licence, let first, let last, let place = days?["last"]?.location else { return nil }
        guard first <= last else {
            diagnostics.emit(.listsBackwards(first, last, at: place))
            return nil
        }
        self.init(lists: first...last, lastList: place, source: source, licence: licence.value)
    }
}

extension Diagnostic {
    fileprivate static func listsBackwards(_ first: CalendarDate, _ last: CalendarDate, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "EmptyPeriod", at: location, "the last list, of \(last), is older than the first, of \(first)",
            remedy: "write the day of the oldest list as 'first' and of the newest as 'last'")
    }
}
