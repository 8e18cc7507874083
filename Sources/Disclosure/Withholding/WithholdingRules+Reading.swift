import LocatedInput

extension WithholdingRules {
    /// Reads a whole preset; diagnostics and `nil` if anything is missing or makes no sense.
    init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        mapping.allow(
            [
                "numerator", "complement", "denominator", "zeros", "rest", "years", "least_width", "reach_above_limit",
                "least_sum", "insider", "withhold_more", "series",
            ], &diagnostics)
        let series = mapping.mapping("series", &diagnostics)
        series?.allow(["most_withheld", "most_weak", "weak", "most_holes"], &diagnostics)
        guard let numerator = mapping.limit("numerator", &diagnostics),
            let complement = mapping.limit("complement", &diagnostics),
            let denominator = mapping.limit("denominator", &diagnostics),
            let zeros = mapping.truth("zeros", &diagnostics), let rest = mapping.truth("rest", &diagnostics),
            let years = mapping.truth("years", &diagnostics),
            let width = mapping.limit("least_width", &diagnostics),
            let reach = mapping.truth("reach_above_limit", &diagnostics),
            let sum = mapping.limit("least_sum", &diagnostics),
            let insider = mapping.truth("insider", &diagnostics),
            let more = mapping.truth("withhold_more", &diagnostics), let series,
            let withheld = series.share("most_withheld", &diagnostics),
            let weakPoints = series.share("most_weak", &diagnostics), let weak = series.limit("weak", &diagnostics),
            let holes = series.share("most_holes", &diagnostics)
        else { return nil }
        self.init(
            numerator: numerator, complement: complement, denominator: denominator, withholdsZero: zeros,
            protectsRest: rest, protectsYears: years, leastWidth: width, reachesAboveLimit: reach, leastSum: sum,
            insider: insider, withholdsMore: more,
            series: Series(mostWithheld: withheld, mostWeak: weakPoints, weak: weak, mostHoles: holes))
        if width <= 0 {
            diagnostics.emit(.noWidth(at: mapping.location))
            return nil
        }
    }
}

extension YAMLMapping {
    /// A count of zero or more.
    func limit(_ key: String, _ diagnostics: inout Diagnostics) -> Double? {
        guard let number = required(key, &diagnostics)?.decimal(&diagnostics) else { return nil }
        if number.value >= 0, number.value < 1e9 { return number.value }
        diagnostics.emit(.notALimit(key, at: number.location))
        return nil
    }

    fileprivate func truth(_ key: String, _ diagnostics: inout Diagnostics) -> Bool? {
        required(key, &diagnostics)?.truth(&diagnostics)?.value
    }
}

extension Diagnostic {
    fileprivate static func notALimit(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotALimit", at: location, "'\(key)' must be a count of zero or more, and below a milliard",
            remedy: "write the largest count that is withheld in a year, such as 4")
    }

    fileprivate static func noWidth(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoWidth", at: location, "a 'least_width' of 0 protects nothing", remedy: "write 2 or more")
    }
}
