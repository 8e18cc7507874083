extension Method {
    private static let periods = [
        MethodColumn("first_year", "the first year of the point", unit: "year", .whole),
        MethodColumn("last_year", "the last year of the point", unit: "year", .whole),
    ]
    private static let trendEdges = [
        "overlapping points: the newest, the newest that ends before it begins, and so on",
        "chi-square above 9.5495 (p = 0.002) and a slope that keeps its sign when any point is left out, or 0",
        "fewer than five points, or a missing one: refused",
    ]

    private static func outputs(slope unit: String) -> [MethodColumn] {
        [
            MethodColumn("slope", "change from one point to the next", unit: unit),
            MethodColumn("chi_square", "chi-square with one degree of freedom", unit: "number"),
            MethodColumn("direction", "−1 clearly falling, 1 clearly rising, 0 neither", unit: "sign"),
        ]
    }

    private static func figures(_ trend: Trend) -> [String: Double] {
        ["slope": trend.slope, "chi_square": trend.chiSquare, "direction": Double(trend.direction.rawValue)]
    }

    private static func period(_ asked: MethodCase, _ row: Int) -> Trend.Period {
        Trend.Period(first: asked.whole("first_year", row: row), last: asked.whole("last_year", row: row))
    }

    static let proportionTrend = Method(
        "trend-of-proportions", "the trend of the last five points of a series of proportions",
        source: "Armitage (1955), Biometrics 11:375–386; the rule of the English local profiles, Fingertips, "
            + "«Trend markers»",
        inputs: periods + [
            MethodColumn("numerator", "how many have the event", unit: "people", .number),
            MethodColumn("denominator", "how many could have", unit: "people", .number),
        ], outputs: outputs(slope: "share"),
        edges: trendEdges + ["nobody or everybody has the event in a point: refused", "equal proportions: 0"],
        refusals: ["few-points", "unequal-steps", "nobody-or-everybody", "number"], isGrouped: true
    ) { asked in
        figures(
            try Trend(
                asked.indices.map {
                    Trend.Proportion(
                        period(asked, $0), numerator: asked["numerator", row: $0],
                        denominator: asked["denominator", row: $0])
                }))
    }

    static let valueTrend = Method(
        "trend-of-values", "the trend of the last five points of any other series",
        source: "least squares weighted by the inverse of the variances; the rule of the English local profiles, "
            + "Fingertips, «Trend markers»",
        inputs: periods + [
            MethodColumn("value", "the point's value", unit: "any"),
            MethodColumn("standard_error", "its standard error", unit: "as the value", .number),
        ], outputs: outputs(slope: "as the value"), edges: trendEdges + ["values on both sides of zero"],
        refusals: ["few-points", "unequal-steps", "number"], isGrouped: true
    ) { asked in
        figures(
            try Trend(
                asked.indices.map {
                    Trend.Value(
                        period(asked, $0), value: asked["value", row: $0],
                        standardError: asked["standard_error", row: $0])
                }))
    }
}
