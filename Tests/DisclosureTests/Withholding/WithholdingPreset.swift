/// Presets of withholding, as tests write them into policies.
enum WithholdingPreset {
    /// Counts of one to four a year are withheld, in periods of one year.
    static let small = named("small")

    /// The key `presets` with one preset, some of whose keys are others.
    static func named(_ name: String, _ others: [String: String] = [:]) -> String {
        "presets: { \(name): \(keys(others)) }"
    }

    /// The keys of a preset, some of which are others.
    static func keys(_ others: [String: String] = [:]) -> String {
        var keys = [
            "numerator": "4", "complement": "4", "denominator": "9", "zeros": "false", "rest": "true", "years": "true",
            "least_width": "2", "reach_above_limit": "true", "least_sum": "5", "insider": "true",
            "withhold_more": "true",
            "series": "{ most_withheld: 0.2, most_weak: 0.5, weak: 5, most_holes: 0.5 }",
        ]
        keys.merge(others) { _, other in other }
        return "{ " + keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
    }
}
