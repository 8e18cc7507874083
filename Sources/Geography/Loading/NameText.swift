import LocatedInput

/// The name of a place as it may stand in our tables: one line of plain text.
public enum NameText {
    /// True if `text` says something in plain characters, without markup.
    public static func isPlain(_ text: String) -> Bool { !text.isEmpty && text.unicodeScalars.allSatisfy(isAllowed) }

    /// The name; a diagnostic and `nil` if it is empty, or holds markup or characters that don't show.
    static func check(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> String? {
        if text.value.isEmpty {
            diagnostics.emit(.missingName(at: text.location))
            return nil
        }
        if let fault = text.value.unicodeScalars.first(where: { !isAllowed($0) }) {
            diagnostics.emit(.strangeCharacter(fault, at: text.location))
            return nil
        }
        return text.value
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7F { return scalar != "<" && scalar != ">" }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}

extension Diagnostic {
    fileprivate static func missingName(at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "MissingName", at: location, "the name is missing", remedy: "write the official name")
    }

    fileprivate static func strangeCharacter(_ scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Diagnostic(
            .error, "StrangeCharacter", at: location, "a name cannot hold the character U+\(code)",
            remedy: "write it in plain letters; no markup, and nothing that doesn't show")
    }
}
