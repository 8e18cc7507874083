extension YAMLValue {
    /// A text that says something, without space around it; a diagnostic and `nil` for anything else.
    public func phrase(_ diagnostics: inout Diagnostics) -> String? {
        guard let text = string(&diagnostics) else { return nil }
        let trimmed = text.value.trimmingWhitespace()
        if !trimmed.isEmpty { return trimmed }
        diagnostics.emit(.emptyPhrase(at: location))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func emptyPhrase(at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "EmptyPhrase", at: location, "this text says nothing", remedy: "write the text")
    }
}
