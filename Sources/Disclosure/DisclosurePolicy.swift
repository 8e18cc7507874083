import Geography
import Indicators
import LocatedInput
import Registers

/// What may be published and how it is tested, as `indicators/disclosure.yaml` says.
public struct DisclosurePolicy: Sendable {
    /// What makes a register's figures safe to publish.
    public enum Rule: String, CaseIterable, Hashable, Sendable {
        /// Its owner has published the same figures, or those they follow from: they are public already.
        case publishedByOwner = "published-by-owner"
        /// What is small is withheld, and whatever it could be worked out from.
        case withhold
        /// The same, and a program has made them up, as every delivery says: they are about nobody.
        case syntheticOnly = "synthetic-only"
    }

    /// The rule for each register that may be published at all.
    public let rules: [RegisterID: Rule]
    /// Why the rule of each register holds, for readers.
    public let reasons: [RegisterID: Translated<String>]
    /// What is withheld of registers that their owners have not published.
    public let withholding: WithholdingPolicy
    /// When the figures of a city's districts are hidden because too much is of unknown district.
    public let coverage: CoverageRule
    /// The level of the intervals, such as 0.95.
    public let intervalLevel: Double
    /// The expected share of marks in a profile that chance alone would make.
    public let falseDiscoveryRate: Double

    /// Reads the policy; diagnostics and `nil` if it is not whole.
    public static func load(
        _ file: InputFile, registers: some Collection<RegisterID>, _ diagnostics: inout Diagnostics
    ) -> DisclosurePolicy? {
        guard let mapping = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        mapping.allow(["registers", "presets", "exceptions", "coverage", "tests"], &diagnostics)
        let written = mapping.mapping("registers", &diagnostics)
        var rules: [RegisterID: Rule] = [:]
        var reasons: [RegisterID: Translated<String>] = [:]
        var presets: [RegisterID: Located<String>] = [:]
        var contents: [RegisterID: [String: [String]]] = [:]
        for entry in written?.entries ?? [] {
            let register = RegisterID(entry.key.value)
            if !registers.contains(register) {
                diagnostics.emit(.unknownRegister(entry.key, among: registers.map(\.id)))
            }
            guard let rule = entry.value.mapping(&diagnostics) else { continue }
            rule.allow(["rule", "withholding", "contains", "because"], &diagnostics)
            let known = rule.choice("rule", of: Rule.self, &diagnostics)
            rules[register] = known?.value
            if let known, known.value != .publishedByOwner {
                presets[register] = rule.string("withholding", &diagnostics)
            } else if known != nil, let needless = rule["withholding"] {
                diagnostics.emit(.nothingToWithhold(at: needless.location))
            }
            for whole in rule["contains"]?.mapping(&diagnostics)?.entries ?? [] {
                contents[register, default: [:]][whole.key.value] = whole.value.strings(&diagnostics)?.map(\.value)
            }
            reasons[register] = rule.translated("because", &diagnostics)
        }
        let withholding = WithholdingPolicy(
            mapping, used: presets, contents: contents, registers: Array(registers), &diagnostics)
        let coverage = mapping.mapping("coverage", &diagnostics)
        coverage?.allow(["most_unknown", "largest_difference"], &diagnostics)
        let mostUnknown = coverage?.share("most_unknown", &diagnostics)
        let difference = coverage?.share("largest_difference", &diagnostics)
        let tests = mapping.mapping("tests", &diagnostics)
        tests?.allow(["interval_level", "false_discovery_rate"], &diagnostics)
        let level = tests?.share("interval_level", &diagnostics)
        let rate = tests?.share("false_discovery_rate", &diagnostics)
        guard !diagnostics.hasErrors, let withholding, let mostUnknown, let difference, let level, let rate else {
            return nil
        }
        return DisclosurePolicy(
            rules: rules, reasons: reasons, withholding: withholding,
            coverage: CoverageRule(mostUnknown: mostUnknown, largestDifference: difference), intervalLevel: level,
            falseDiscoveryRate: rate)
    }
}

extension YAMLMapping {
    /// A share between 0 and 1.
    func share(_ key: String, _ diagnostics: inout Diagnostics) -> Double? {
        guard let number = required(key, &diagnostics)?.decimal(&diagnostics) else { return nil }
        if 0 < number.value, number.value < 1 { return number.value }
        diagnostics.emit(.notAShare(key, at: number.location))
        return nil
    }
}

extension Diagnostic {
    static func unknownRegister(_ name: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownRegister", at: name.location, "register '\(name.value)' doesn't exist",
            remedy: Suggestion.remedy(for: name.value, among: known))
    }

    fileprivate static func nothingToWithhold(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NothingToWithhold", at: location,
            "what the owner of a register has published cannot be withheld any more",
            remedy: "leave out 'withholding', or give the register the rule 'withhold'")
    }

    fileprivate static func notAShare(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAShare", at: location, "'\(key)' must lie between 0 and 1", remedy: "write 0.05 for 5 per cent")
    }
}
