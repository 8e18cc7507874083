extension Method {
    static let standardisedProportionsTest = Method(
        "standardised-proportions-test", "whether two indirectly standardised proportions have the same ratio",
        source: "a score test: Rao (1948), Proc Camb Phil Soc 44:50–57",
        inputs: [
            MethodColumn("numerator1", "how many of the first have the event", unit: "people", .amount),
            MethodColumn("denominator1", "how many of the first could have", unit: "people", .positive),
            MethodColumn("reference_events1", "how many of the first were to be expected", unit: "people", .positive),
            MethodColumn("numerator2", "how many of the second have the event", unit: "people", .amount),
            MethodColumn("denominator2", "how many of the second could have", unit: "people", .positive),
            MethodColumn("reference_events2", "how many of the second were to be expected", unit: "people", .positive),
        ], outputs: [.p],
        edges: [
            "nobody in either: p is 1", "everybody in both, as expected: p is 1",
            "the same part expected of both: the test of two proportions",
        ],
        isSound: { asked throws(MethodFault) in
            try check(asked, "numerator1", within: "denominator1")
            try check(asked, "numerator2", within: "denominator2")
        },
        compute: { asked in
            [
                "p": Statistics.standardisedProportionTest(
                    (asked["numerator1"], asked["denominator1"], asked["reference_events1"]),
                    (asked["numerator2"], asked["denominator2"], asked["reference_events2"]))
            ]
        })
}
