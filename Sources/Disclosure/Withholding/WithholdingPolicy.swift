import Geography
import Indicators
import LocatedInput
import Registers

/// Which rules of withholding hold for which register and indicator.
public struct WithholdingPolicy: Sendable {
    /// Other limits for one register or indicator, and why.
    public struct Exception: Sendable {
        /// Whom it is for.
        public enum Subject: Hashable, Sendable {
            /// All indicators of a register.
            case register(RegisterID)
            /// One indicator.
            case indicator(IndicatorID)
        }

        /// Whom it is for.
        public let subject: Subject
        /// Why, for readers.
        public let because: Translated<String>
        fileprivate let numerator: Double?
        fileprivate let complement: Double?
        fileprivate let denominator: Double?
    }

    /// The rules of each register whose figures go through withholding.
    public let rules: [RegisterID: WithholdingRules]
    /// The categories that each category of a register contains, where registers count some events in several.
    public let contents: [RegisterID: [String: [String]]]
    /// What differs from them, in the order of the file.
    public let exceptions: [Exception]

    /// The rules for `indicator`; `nil` where its register's figures are public already.
    public func rules(for indicator: IndicatorDefinition) -> WithholdingRules? {
        guard var rules = rules[indicator.register] else { return nil }
        for exception in exceptions
        where exception.subject == .register(indicator.register) || exception.subject == .indicator(indicator.id) {
            rules.numerator = exception.numerator ?? rules.numerator
            rules.complement = exception.complement ?? rules.complement
            rules.denominator = exception.denominator ?? rules.denominator
        }
        return rules
    }

    /// Reports every exception for an indicator that `library` doesn't have.
    public func check(_ library: IndicatorLibrary, _ diagnostics: inout Diagnostics) {
        for (exception, location) in zip(exceptions, locations) {
            guard case .indicator(let id) = exception.subject, !library.indicators.contains(where: { $0.id == id })
            else { continue }
            diagnostics.emit(
                .unknownIndicator(id, at: location, among: library.indicators.map(\.id.id)))
        }
    }

    /// Where the preset of each register is named.
    let registerLocations: [RegisterID: SourceLocation]
    private let locations: [SourceLocation]

    /// Reads `presets` and `exceptions` of `mapping`; `used` says which register uses which preset.
    init?(
        _ mapping: YAMLMapping, used: [RegisterID: Located<String>],
        contents: [RegisterID: [String: [String]]], registers: [RegisterID],
        _ diagnostics: inout Diagnostics
    ) {
        var presets: [String: WithholdingRules] = [:]
        for entry in mapping["presets"]?.mapping(&diagnostics)?.entries ?? [] {
            guard let preset = entry.value.mapping(&diagnostics) else { continue }
            presets[entry.key.value] = WithholdingRules(preset, &diagnostics)
        }
        var rules: [RegisterID: WithholdingRules] = [:]
        for (register, name) in used {
            if let preset = presets[name.value] {
                rules[register] = preset
            } else if !diagnostics.hasErrors {
                diagnostics.emit(.unknownPreset(name, among: presets.keys.sorted()))
            }
        }
        var exceptions: [Exception] = []
        var locations: [SourceLocation] = []
        for entry in mapping["exceptions"]?.sequence(&diagnostics) ?? [] {
            guard let own = entry.mapping(&diagnostics),
                let exception = Exception(own, registers: registers, &diagnostics)
            else { continue }
            exceptions.append(exception)
            locations.append(own.location)
        }
        self.rules = rules
        self.contents = contents
        registerLocations = used.mapValues(\.location)
        self.exceptions = exceptions
        self.locations = locations
        if diagnostics.hasErrors { return nil }
    }
}

extension WithholdingPolicy.Exception {
    fileprivate init?(_ mapping: YAMLMapping, registers: [RegisterID], _ diagnostics: inout Diagnostics) {
        mapping.allow(["register", "indicator", "numerator", "complement", "denominator", "because"], &diagnostics)
        let register = mapping["register"]?.string(&diagnostics)
        let indicator = mapping["indicator"]?.string(&diagnostics)
        func limit(_ key: String) -> Double? { mapping[key].flatMap { _ in mapping.limit(key, &diagnostics) } }
        numerator = limit("numerator")
        complement = limit("complement")
        denominator = limit("denominator")
        guard let because = mapping.translated("because", &diagnostics) else { return nil }
        self.because = because
        switch (register, indicator) {
        case (let register?, nil):
            let id = RegisterID(register.value)
            guard registers.contains(id) else {
                diagnostics.emit(.unknownRegister(register, among: registers.map(\.id)))
                return nil
            }
            subject = .register(id)
        case (nil, let indicator?): subject = .indicator(IndicatorID(indicator.value))
        default:
            diagnostics.emit(.noSubject(at: mapping.location))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownPreset(_ name: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownPreset", at: name.location, "there is no preset '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: known))
    }

    fileprivate static func noSubject(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoSubject", at: location, "an exception is for one register or one indicator",
            remedy: "write either 'register' or 'indicator'")
    }

    fileprivate static func unknownIndicator(
        _ id: IndicatorID, at location: SourceLocation, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .error, "UnknownIndicator", at: location, "indicator '\(id)' doesn't exist",
            remedy: Suggestion.remedy(for: id.id, among: known))
    }
}
