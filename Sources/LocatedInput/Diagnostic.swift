/// One finding about the user's input: what rule was broken, where, why, and how to mend it.
///
/// The text of a diagnostic lives beside the check that emits it, as a `fileprivate static func` in an extension.
/// It names places and ids, never a count: logs are less protected than data.
public struct Diagnostic: Hashable, Sendable {
    /// How bad a finding is. Only errors stop a command.
    public enum Severity: String, Hashable, Sendable, Comparable {
        case error, warning, note

        /// Errors first.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
    }

    /// How bad it is.
    public let severity: Severity
    /// The stable name of the rule, in UpperCamelCase: `UnknownRegister`.
    public let name: String
    /// Where the fault was written.
    public let location: SourceLocation
    /// What is wrong, and why it matters where that is not plain; no full stop.
    public let message: String
    /// How to mend it; no full stop.
    public let remedy: String?

    /// A finding of `severity` under the rule `name` at `location`.
    public init(
        _ severity: Severity, _ name: String, at location: SourceLocation, _ message: String, remedy: String? = nil
    ) {
        self.severity = severity
        self.name = name
        self.location = location
        self.message = message
        self.remedy = remedy
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `path:line:column: error: what; how to mend [Name]`
    public var description: String {
        "\(location): \(severity.rawValue): \(message)\(remedy.map { "; \($0)" } ?? "") [\(name)]"
    }
}

extension Diagnostic: Comparable {
    /// In the order a reader works through them: file by file, top down.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.location != right.location { return left.location < right.location }
        if left.severity != right.severity { return left.severity < right.severity }
        return (left.name, left.message) < (right.name, right.message)
    }
}
