import LocatedInput

/// How one category of a register is drawn.
struct CategoryPlan: Sendable {
    /// Whom the category is drawn from.
    enum Base: Hashable, Sendable {
        /// The persons on 1 January.
        case population
        /// Those in another category of the register, by its place among them.
        case category(Int)
    }

    /// Our name for it.
    let name: String
    /// Whom it is drawn from.
    let base: Base
    /// Categories drawn from the same persons who are not asked again, by their places.
    let after: [Int]
    /// How common it is in the last year.
    let levels: RateLevels
    /// How much the logarithm of the odds rises for each step of deprivation.
    let deprivation: Double
    /// The standard deviation between districts that deprivation does not explain, on the same scale.
    let spread: Double
    /// How much the logarithm of the odds rises each year.
    let trend: Double
    /// The standard deviation of the trend between districts.
    let drift: Double
    /// How much the logarithm of the odds jumps where the definition changes.
    let atBreak: Double
    /// False for what is drawn only so that other categories can be drawn from it.
    let isDelivered: Bool

    /// Reads the category `name`, written after the categories `known`. All faults are reported; `nil` if there was one.
    init?(
        _ mapping: YAMLMapping, name: String, after known: [String], _ diagnostics: inout Diagnostics
    ) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        mapping.allow(
            ["of", "after", "per", "level", "deprivation", "spread", "trend", "drift", "break", "delivered"], &found)
        func place(_ text: Located<String>) -> Int? {
            let place = known.firstIndex(of: text.value)
            if place == nil { found.emit(.notDrawnYet(text, among: known)) }
            return place
        }
        func number(_ key: String) -> Double { mapping[key]?.decimal(&found)?.value ?? 0 }
        let of = mapping.string("of", &found)
        let base = of.flatMap { $0.value == Self.population ? Base.population : place($0).map(Base.category) }
        let after = (mapping["after"].flatMap { $0.strings(&found) } ?? []).compactMap { place($0) }
        let per = mapping["per"]?.wholeNumber(&found)?.value ?? 100
        let levels = mapping.required("level", &found).flatMap { RateLevels($0, per: max(per, 1), &found) }
        let delivered = mapping["delivered"].map { $0.truth(&found)?.value ?? true } ?? true
        deprivation = number("deprivation")
        spread = number("spread")
        trend = number("trend")
        drift = number("drift")
        atBreak = number("break")
        guard let base, let levels, !found.hasErrors else { return nil }
        self.name = name
        self.base = base
        self.after = after
        self.levels = levels
        isDelivered = delivered
    }

    /// The word for the persons on 1 January.
    static let population = "population"
}

extension Diagnostic {
    fileprivate static func notDrawnYet(_ text: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCategory", at: text.location,
            "'\(text.value)' is neither the population nor a category written above this one",
            remedy: Suggestion.remedy(for: text.value, among: known + [CategoryPlan.population]))
    }
}
