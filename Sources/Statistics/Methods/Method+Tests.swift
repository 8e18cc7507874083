extension Method {
    static let proportionTest = Method(
        "proportion-test", "whether a proportion differs from a fixed value",
        source: "the score test: Wilson (1927), J Am Stat Assoc 22:209–212",
        inputs: [
            MethodColumn("numerator", "how many have the event", unit: "people", .count),
            MethodColumn("denominator", "how many could have", unit: "people", .positiveCount),
            MethodColumn("reference", "the fixed proportion", unit: "share", .share),
        ], outputs: [.p], edges: ["no events and all events are tested as they stand"],
        isSound: { asked throws(MethodFault) in try check(asked, "numerator", within: "denominator") },
        compute: { asked in
            [
                "p": Statistics.proportionTest(
                    numerator: asked.whole("numerator"), denominator: asked.whole("denominator"),
                    against: asked["reference"])
            ]
        })

    static let proportionsTest = Method(
        "two-proportions-test", "whether two independent proportions differ",
        source: "Pearson (1900), Philos Mag 50:157–175; no continuity correction",
        inputs: [
            MethodColumn("numerator1", "how many of the first have the event", unit: "people", .count),
            MethodColumn("denominator1", "how many of the first could have", unit: "people", .positiveCount),
            MethodColumn("numerator2", "how many of the second have the event", unit: "people", .count),
            MethodColumn("denominator2", "how many of the second could have", unit: "people", .positiveCount),
        ], outputs: [.p], edges: ["nobody or everybody in both: p is 1"],
        isSound: { asked throws(MethodFault) in
            try check(asked, "numerator1", within: "denominator1")
            try check(asked, "numerator2", within: "denominator2")
        },
        compute: { asked in
            [
                "p": Statistics.proportionTest(
                    (asked.whole("numerator1"), asked.whole("denominator1")),
                    (asked.whole("numerator2"), asked.whole("denominator2")))
            ]
        })

    static let meanTest = Method(
        "mean-test", "whether a mean differs from a fixed value", source: "Student (1908), Biometrika 6:1–25",
        inputs: [
            MethodColumn("count", "how many values, at least two", unit: "values", .positiveCount),
            MethodColumn("mean", "their mean", unit: "the values' own"),
            MethodColumn(
                "variance", "their variance, n − 1 below the line", unit: "the values' own, squared", .positive),
            MethodColumn("reference", "the fixed value", unit: "the values' own"),
        ], outputs: [.p], edges: ["values on both sides of zero"],
        isSound: { asked throws(MethodFault) in try checkCount(asked, "count") },
        compute: { asked in
            let summary = MeanSummary(
                count: asked.whole("count"), mean: asked["mean"], variance: asked["variance"])
            return ["p": Statistics.meanTest(summary, against: asked["reference"])]
        })

    static let meansTest = Method(
        "two-means-test", "whether two independent means differ, their variances unequal",
        source: "Welch (1947), Biometrika 34:28–35",
        inputs: [
            MethodColumn("count1", "how many values in the first, at least two", unit: "values", .positiveCount),
            MethodColumn("mean1", "the first's mean", unit: "the values' own"),
            MethodColumn("variance1", "the first's variance", unit: "the values' own, squared", .positive),
            MethodColumn("count2", "how many values in the second, at least two", unit: "values", .positiveCount),
            MethodColumn("mean2", "the second's mean", unit: "the values' own"),
            MethodColumn("variance2", "the second's variance", unit: "the values' own, squared", .positive),
        ], outputs: [.p], edges: ["means on both sides of zero"],
        isSound: { asked throws(MethodFault) in
            try checkCount(asked, "count1")
            try checkCount(asked, "count2")
        },
        compute: { asked in
            let first = MeanSummary(
                count: asked.whole("count1"), mean: asked["mean1"], variance: asked["variance1"])
            let second = MeanSummary(
                count: asked.whole("count2"), mean: asked["mean2"], variance: asked["variance2"])
            return ["p": Statistics.meanTest(first, second)]
        })

    static let poissonTest = Method(
        "poisson-test", "whether a count differs from what was to be expected",
        source: "twice the smaller exact tail: Breslow & Day (1987), Statistical Methods in Cancer Research II, §2.3",
        inputs: [
            MethodColumn("observed", "events", unit: "events", .amount),
            MethodColumn("reference_events", "events to be expected", unit: "events", .amount),
        ], outputs: [.p], edges: ["no events", "nothing to be expected: p is 0, or 1 without events"]
    ) { ["p": Statistics.poissonTest(observed: $0["observed"], expected: $0["reference_events"])] }

    static let rateRatioTest = Method(
        "rate-ratio-test", "whether two counts have the same ratio to their bases",
        source: "twice the smaller exact binomial tail: Przyborowski & Wilenski (1940), Biometrika 31:313–323",
        inputs: [
            MethodColumn("events1", "the first's events", unit: "events", .amount),
            MethodColumn("base1", "the first's person-years or expected events", unit: "years or events", .amount),
            MethodColumn("events2", "the second's events", unit: "events", .amount),
            MethodColumn("base2", "the second's person-years or expected events", unit: "years or events", .amount),
        ], outputs: [.p], edges: ["no events in either: p is 1", "no events in one"]
    ) { asked in
        ["p": Statistics.rateRatioTest(asked["events1"], asked["base1"], asked["events2"], asked["base2"])]
    }

    static let falseDiscovery = Method(
        "false-discovery", "how many of a family of tests stand out when the share of false ones is held",
        source: "Benjamini & Hochberg (1995), J R Stat Soc B 57:289–300",
        inputs: [
            MethodColumn("p", "a test's p-value", unit: "share", .probability),
            MethodColumn("share", "the share of false ones that is allowed", unit: "share", .share, .wholeCase),
        ],
        outputs: [MethodColumn("found", "how many stand out: those with the smallest p-values", unit: "tests", .count)],
        edges: ["one test", "none stands out", "equal p-values"], isGrouped: true
    ) { asked in
        let found = falseDiscoveries(asked.indices.map { asked["p", row: $0] }, rate: asked["share"])
        return ["found": Double(found.count { $0 })]
    }
}
