extension Method {
    private static let directInputs = [
        MethodColumn("events", "events in the stratum", unit: "events", .number),
        MethodColumn("population", "people or person-years in the stratum", unit: "people or years", .number),
        MethodColumn("weight", "the standard population's size in the stratum", unit: "people", .number), .level,
    ]
    private static let directEdges = [
        "9 events in all: refused; 10 and 11 are not",
        "a stratum without people: refused if the standard gives it weight, otherwise left out",
        "a stratum without events counts as it stands",
    ]
    private static let directRefusals = ["few-events", "empty-stratum", "no-weight", "number"]

    private static func direct(_ asked: MethodCase) throws -> Statistics.DirectStandardisation {
        try Statistics.DirectStandardisation(
            asked.indices.map {
                Statistics.DirectStandardisation.Stratum(
                    events: asked["events", row: $0], population: asked["population", row: $0],
                    weight: asked["weight", row: $0])
            })
    }

    static let directStandardisation = Method(
        "direct-standardisation", "a directly standardised rate, with Dobson's interval",
        source: "Dobson, Kuulasmaa, Eberle & Scherer (1991), Stat Med 10:457–462",
        inputs: directInputs,
        outputs: [
            MethodColumn("value", "the standardised rate", unit: "events per person or person-year"),
            .lower("events per person or person-year"), .upper("events per person or person-year"),
        ], edges: directEdges, refusals: directRefusals, isGrouped: true
    ) { asked in
        let result = try direct(asked)
        return limits(result.interval(level: asked["level"])).merging(["value": result.rate]) { $1 }
    }

    static let gammaStandardisation = Method(
        "direct-standardisation-gamma", "a directly standardised rate, with the gamma interval",
        source: "Fay & Feuer (1997), Stat Med 16:791–801",
        inputs: directInputs,
        outputs: [
            MethodColumn("value", "the standardised rate", unit: "events per person or person-year"),
            .lower("events per person or person-year"), .upper("events per person or person-year"),
        ],
        edges: directEdges, refusals: directRefusals, isGrouped: true
    ) { asked in
        let result = try direct(asked)
        return limits(result.gammaInterval(level: asked["level"])).merging(["value": result.rate]) { $1 }
    }

    static let indirectStandardisation = Method(
        "indirect-standardisation", "observed against expected events, the reference at 100",
        source: "Breslow & Day (1987), Statistical Methods in Cancer Research II, §2.3; the interval as `poisson`",
        inputs: [
            MethodColumn("observed", "events in the stratum", unit: "events", .number),
            MethodColumn("population", "people or person-years in the stratum", unit: "people or years", .number),
            MethodColumn(
                "reference_rate", "the reference's rate in the stratum", unit: "events per person or person-year",
                .number), .level,
        ],
        outputs: [
            MethodColumn("reference_events", "events to be expected at the reference's rates", unit: "events"),
            MethodColumn("smr", "observed per 100 expected", unit: "reference = 100"), .lower("reference = 100"),
            .upper("reference = 100"),
        ],
        edges: [
            "no events observed: the ratio and its lower limit are 0", "9 events: exact; 10 and 11: Byar's",
            "a stratum without people expects nothing", "nothing expected at all: refused",
        ], refusals: ["nothing-expected", "number"], isGrouped: true
    ) { asked in
        let result = try IndirectStandardisation(
            asked.indices.map {
                IndirectStandardisation.Stratum(
                    observed: asked["observed", row: $0], population: asked["population", row: $0],
                    reference: asked["reference_rate", row: $0])
            })
        return limits(result.smrInterval(level: asked["level"])).merging(
            ["reference_events": result.expected, "smr": result.smr]) { $1 }
    }
}
