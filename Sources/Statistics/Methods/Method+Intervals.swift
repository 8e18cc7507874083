extension Method {
    static let wilson = Method(
        "wilson", "the score interval for a proportion",
        source: "Wilson (1927), J Am Stat Assoc 22:209–212",
        inputs: [
            MethodColumn("numerator", "how many have the event", unit: "people", .count),
            MethodColumn("denominator", "how many could have", unit: "people", .positiveCount), .level,
        ], outputs: [.lower("share"), .upper("share")],
        edges: ["no events: the lower limit is 0", "all events: the upper limit is 1"],
        isSound: { asked throws(MethodFault) in try check(asked, "numerator", within: "denominator") },
        compute: { asked in
            limits(
                wilsonInterval(
                    numerator: asked.whole("numerator"), denominator: asked.whole("denominator"),
                    z: NormalDistribution.z(level: asked["level"])))
        })

    static let ratio = Method(
        "ratio", "the interval for the ratio of two counts that together make up a total",
        source: "the odds of the limits of Wilson (1927) for the first count's part of both",
        inputs: [
            MethodColumn("numerator", "the first count", unit: "people", .positiveCount),
            MethodColumn("denominator", "the second count", unit: "people", .positiveCount), .level,
        ], outputs: [.lower("ratio"), .upper("ratio")]
    ) { asked in
        limits(
            ratioInterval(
                numerator: asked.whole("numerator"), denominator: asked.whole("denominator"),
                z: NormalDistribution.z(level: asked["level"])))
    }

    static let mean = Method(
        "mean", "the interval for a mean", source: "Student (1908), Biometrika 6:1–25",
        inputs: [
            MethodColumn("count", "how many values, at least two", unit: "values", .positiveCount),
            MethodColumn("mean", "their mean", unit: "the values' own"),
            MethodColumn("variance", "their variance, n − 1 below the line", unit: "the values' own, squared", .amount),
            .level,
        ], outputs: [.lower("the values' own"), .upper("the values' own")],
        edges: ["two values: one degree of freedom", "values on both sides of zero"],
        isSound: { asked throws(MethodFault) in try checkCount(asked, "count") },
        compute: { asked in
            let summary = MeanSummary(
                count: asked.whole("count"), mean: asked["mean"], variance: asked["variance"])
            return limits(meanInterval(summary, level: asked["level"]))
        })

    static let poisson = Method(
        "poisson", "the interval for the expected number behind a count",
        source: "below 10 events Garwood (1936), Biometrika 28:437–442; from 10 Byar's, Breslow & Day (1987), "
            + "Statistical Methods in Cancer Research II, p. 69",
        inputs: [MethodColumn("events", "the count, which may be a weighted one", unit: "events", .amount), .level],
        outputs: [.lower("events"), .upper("events")],
        edges: ["no events: the lower limit is 0", "9 events: exact", "10 and 11 events: Byar's"]
    ) { limits(poissonInterval(events: $0["events"], level: $0["level"])) }

    static let rate = Method(
        "rate", "a rate and its interval", source: "as `poisson`, over the person-years",
        inputs: [
            MethodColumn("events", "the count, which may be a weighted one", unit: "events", .amount),
            MethodColumn("person_years", "the time lived by those who could have the event", unit: "years", .positive),
            .level,
        ],
        outputs: [
            MethodColumn("value", "the rate", unit: "events per person-year"), .lower("events per person-year"),
            .upper("events per person-year"),
        ], edges: ["as `poisson`"]
    ) { asked in
        let interval = rateInterval(
            events: asked["events"], personYears: asked["person_years"], level: asked["level"])
        return limits(interval).merging(["value": asked["events"] / asked["person_years"]]) { $1 }
    }

    /// That a mean is of two values at least, as it takes to know how they vary.
    static func checkCount(_ asked: MethodCase, _ column: String) throws(MethodFault) {
        if asked[column] < 2 { throw MethodFault(column: column, rule: "it must be at least 2") }
    }
}
