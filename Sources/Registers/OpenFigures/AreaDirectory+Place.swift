import Geography
import LocatedInput

extension AreaDirectory {
    /// The place `code` stands for; a diagnostic and `nil` if there is none.
    func place(_ code: AreaCode, at location: SourceLocation, _ diagnostics: inout Diagnostics) -> Area? {
        if let area = self[code] { return area }
        diagnostics.emit(.unknownArea(code, among: allCodes, at: location))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unknownArea(_ code: AreaCode, among known: [AreaCode], at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownArea", at: location, "no kommune or district has the code \(code) today",
            remedy: Suggestion.remedy(for: code.digits, among: known.map(\.digits)))
    }
}
