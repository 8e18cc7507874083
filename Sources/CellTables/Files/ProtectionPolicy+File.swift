import Cells
import LocatedInput

extension ProtectionPolicy {
    /// The keys of a policy file, in the order of the documentation.
    public static let keys = [
        "largest-withheld", "withhold-zero", "min-width", "escape", "least-line-sum", "insider", "whole-numbers",
    ]

    /// The policy in `file`, a YAML mapping; what it leaves out is as in the standard policy. Nil if there is a fault,
    /// and all faults are reported.
    public init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let mapping = YAMLValue(file, &found)?.mapping(&found) else { return nil }
        mapping.allow(Self.keys, &found)
        self.init()
        mapping.read("largest-withheld", into: &largestWithheld, &found)
        mapping.read("withhold-zero", into: &withholdsZero, &found)
        mapping.read("min-width", into: &minWidth, &found)
        mapping.read("escape", into: &escape, &found)
        mapping.read("least-line-sum", into: &leastLineSum, &found)
        mapping.read("insider", into: &insider, &found)
        mapping.read("whole-numbers", into: &wholeNumbers, &found)
        if minWidth == 0, let location = mapping["min-width"]?.location { found.emit(.noWidth(at: location)) }
        if found.hasErrors { return nil }
    }
}

extension YAMLMapping {
    /// Reads a number of zero or more, where it is written.
    fileprivate func read(_ key: String, into number: inout Double, _ diagnostics: inout Diagnostics) {
        guard let written = self[key]?.decimal(&diagnostics) else { return }
        if written.value < 0 { diagnostics.emit(.negative(key, at: written.location)) }
        number = written.value
    }

    /// Reads true or false, where it is written.
    fileprivate func read(_ key: String, into truth: inout Bool, _ diagnostics: inout Diagnostics) {
        if let written = self[key]?.truth(&diagnostics) { truth = written.value }
    }
}

extension Diagnostic {
    fileprivate static func negative(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NegativeLimit", at: location, "'\(key)' is below zero", remedy: "write a number of zero or more")
    }

    fileprivate static func noWidth(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoWidth", at: location, "a width of zero protects nothing",
            remedy: "write 1 against exact disclosure, or 2 against disclosure to within one")
    }
}
