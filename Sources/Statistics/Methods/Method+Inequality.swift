extension Method {
    static let inequality = Method(
        "inequality", "the slope index of inequality over ordered groups, and the relative index",
        source: "Mackenbach & Kunst (1997), Soc Sci Med 44:757–771; Pamuk (1985), Popul Stud 39:17–31",
        inputs: [
            MethodColumn("population", "people in the group; the groups stand in order", unit: "people", .number),
            MethodColumn("value", "the group's value", unit: "any"),
            MethodColumn("standard_error", "the standard error of its value", unit: "as the value", isOptional: true),
            .level,
        ],
        outputs: [
            MethodColumn("sii", "the line's last end less its first", unit: "as the value"),
            MethodColumn("rii", "the line's last end over its first; none unless both are positive", unit: "ratio"),
            .lower("as the value; by the spread around the line"),
            .upper("as the value; by the spread around the line"),
            MethodColumn("sampled_lower", "lower limit by the groups' own errors", unit: "as the value"),
            MethodColumn("sampled_upper", "upper limit by the groups' own errors", unit: "as the value"),
        ],
        edges: [
            "equal values: the slope is 0 and the ratio 1", "values on both sides of zero: no ratio",
            "fewer than three groups: refused",
        ], refusals: ["few-groups", "empty-group", "number"], isGrouped: true
    ) { asked in
        let gradient = try InequalityGradient(
            asked.indices.map {
                InequalityGradient.Group(
                    population: asked["population", row: $0], value: asked["value", row: $0],
                    standardError: asked.optional("standard_error", row: $0))
            })
        var figures = limits(gradient.interval(level: asked["level"]))
        figures["sii"] = gradient.slopeIndex
        figures["rii"] = gradient.relativeIndex
        let sampled = gradient.sampledInterval(level: asked["level"])
        figures["sampled_lower"] = sampled?.lowerBound
        figures["sampled_upper"] = sampled?.upperBound
        return figures
    }
}
