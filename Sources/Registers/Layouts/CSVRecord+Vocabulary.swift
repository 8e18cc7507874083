import LocatedInput

extension CSVTable.Record {
    /// The code of a place; a diagnostic and `nil` for anything else.
    func area(_ index: Int, _ diagnostics: inout Diagnostics) -> AreaCode? {
        guard let text = located(index, &diagnostics) else { return nil }
        if let code = AreaCode(text.value) { return code }
        diagnostics.emit(.notAnAreaCode(text))
        return nil
    }

    /// A single year of age, the last of them open; a diagnostic and `nil` for anything else.
    func age(_ index: Int, _ diagnostics: inout Diagnostics) -> Int? {
        if let age = NumberText.wholeNumber(bytes(index)), age <= PopulationTable.lastAge { return age }
        diagnostics.emit(.unknownAge(text(index) ?? "", at: location(index)))
        return nil
    }

    /// A sex by its code; a diagnostic and `nil` for anything else.
    func sex(_ index: Int, _ diagnostics: inout Diagnostics) -> Sex? {
        if let sex = NumberText.wholeNumber(bytes(index)).flatMap(Sex.init(rawValue:)) { return sex }
        diagnostics.emit(.unknownSex(text(index) ?? "", at: location(index)))
        return nil
    }
}

extension Diagnostic {
    /// The text at `text` is not the code of a place.
    static func notAnAreaCode(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnAreaCode", at: text.location, "'\(text.value)' is not the code of a place",
            remedy: "write 0 for the country, or the digits of a kommune or district with leading zeros")
    }

    /// The text at `location` is not an age as the layout writes it.
    static func unknownAge(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownAge", at: location, "'\(text)' is not an age in completed years",
            remedy: "fetch the table with single years of age, in the language the layout is described for")
    }

    /// The text at `location` is not a sex as the layout writes it.
    static func unknownSex(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownSex", at: location, "'\(text)' is not a sex in this layout",
            remedy: "compare with the description of the layout")
    }
}
