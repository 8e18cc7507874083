import Geography
import LocatedInput
import Registers

/// What is drawn for one register.
struct RegisterPlan: Sendable {
    /// The register.
    let definition: RegisterDefinition
    /// How its deliveries are written.
    let layout: DeliveryLayout
    /// The years.
    let years: ClosedRange<Int>
    /// How many of the last years may still change.
    let provisional: Int
    /// The years in which a new definition begins.
    let breaks: [Int]
    /// The share of persons or events in a city whose grunnkrets is not known.
    let unknown: Double
    /// The same in cities where it differs.
    let unknownByKommune: [KommuneCode: Double]
    /// The cities that have not delivered.
    let absent: Set<KommuneCode>
    /// What every record counts for, where only some of the forms could be read; `nil` where all were.
    let weight: Double?
    /// What is counted, each after those it is drawn from.
    let categories: [CategoryPlan]

    /// The share of what is unknown in `kommune`.
    func unknown(in kommune: KommuneCode) -> Double { unknownByKommune[kommune] ?? unknown }

    /// Reads the plan of `definition`; `kommuner` are those of the cities. All faults are reported; `nil` if there was
    /// one.
    init?(
        _ mapping: YAMLMapping, of definition: RegisterDefinition, layout: DeliveryLayout, kommuner: Set<KommuneCode>,
        _ diagnostics: inout Diagnostics
    ) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        mapping.allow(
            ["years", "provisional", "breaks", "unknown", "unknown_in", "absent", "weight", "categories"], &found)
        func kommune(_ text: Located<String>) -> KommuneCode? {
            if let code = KommuneCode(text.value), kommuner.contains(code) { return code }
            found.emit(.notACity(text, among: kommuner))
            return nil
        }
        let years = mapping.required("years", &found)?.years(&found)
        provisional = mapping["provisional"]?.wholeNumber(&found)?.value ?? 0
        breaks = (mapping["breaks"].flatMap { $0.sequence(&found) } ?? []).compactMap { $0.wholeNumber(&found)?.value }
        unknown = mapping["unknown"]?.decimal(&found)?.value ?? 0
        var unknownByKommune: [KommuneCode: Double] = [:]
        for entry in mapping["unknown_in"]?.mapping(&found)?.entries ?? [] {
            guard let kommune = kommune(entry.key), let share = entry.value.decimal(&found) else { continue }
            unknownByKommune[kommune] = share.value
        }
        self.unknownByKommune = unknownByKommune
        absent = Set((mapping["absent"].flatMap { $0.strings(&found) } ?? []).compactMap { kommune($0) })
        weight = mapping["weight"]?.decimal(&found)?.value
        var categories: [CategoryPlan] = []
        for entry in mapping.mapping("categories", &found)?.entries ?? [] {
            guard let value = entry.value.mapping(&found) else { continue }
            if let category = CategoryPlan(
                value, name: entry.key.value, after: categories.map(\.name), &found)
            {
                if category.isDelivered, !layout.categories.values.contains(category.name) {
                    found.emit(.unknownCategory(entry.key, among: layout))
                }
                categories.append(category)
            }
        }
        for name in Set(layout.categories.values).sorted()
        where !categories.contains(where: { $0.name == name && $0.isDelivered }) {
            found.emit(.noRates(name, of: definition.id, at: mapping.location))
        }
        if (layout.columns.weight == nil) != (weight == nil) || weight.map({ $0 < 1 }) ?? false {
            found.emit(.weightDoesNotFit(at: mapping.location))
        }
        if let years, years.lowerBound < definition.firstYear {
            found.emit(.beforeFirstYear(definition.id, at: mapping.location))
        }
        guard let years, !found.hasErrors else { return nil }
        self.definition = definition
        self.layout = layout
        self.years = years
        self.categories = categories
    }
}

extension YAMLValue {
    /// A first and a last year; a diagnostic and `nil` for anything else.
    func years(_ diagnostics: inout Diagnostics) -> ClosedRange<Int>? {
        guard let ends = sequence(&diagnostics)?.compactMap({ $0.wholeNumber(&diagnostics)?.value }) else { return nil }
        guard ends.count == 2, (1900...2200).contains(ends[0]), (ends[0]...2200).contains(ends[1]) else {
            diagnostics.emit(.notYears(at: location))
            return nil
        }
        return ends[0]...ends[1]
    }
}

extension Diagnostic {
    fileprivate static func notYears(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotYears", at: location, "a first and a last year belong here",
            remedy: "write them as [2010, 2025]")
    }

    fileprivate static func beforeFirstYear(_ register: RegisterID, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BeforeFirstYear", at: location, "the register '\(register)' has no figures as early as this",
            remedy: "begin with its 'first_year'")
    }

    fileprivate static func notACity(_ text: Located<String>, among kommuner: Set<KommuneCode>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownKommune", at: text.location, "'\(text.value)' is not the kommune of a city that day",
            remedy: Suggestion.remedy(for: text.value, among: kommuner.map(\.digits)))
    }

    fileprivate static func unknownCategory(_ key: Located<String>, among layout: DeliveryLayout) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCategory", at: key.location, "the register delivers no category '\(key.value)'",
            remedy: Suggestion.remedy(for: key.value, among: Set(layout.categories.values))
                + "; 'delivered: false' keeps one to draw others from")
    }

    fileprivate static func noRates(_ category: String, of register: RegisterID, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "NoRates", at: location, "nothing says how common '\(category)' of register '\(register)' is",
            remedy: "add it to 'categories' with 'of' and 'level'")
    }

    fileprivate static func weightDoesNotFit(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WeightDoesNotFit", at: location,
            "a weight of 1 or more belongs to the register exactly where its layout has a column for weights",
            remedy: "add or remove 'weight' here or in the layout")
    }
}
