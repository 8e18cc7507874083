extension Method {
    static let lifeExpectancyTest = Method(
        "life-expectancy-test", "whether a life expectancy differs from a fixed value",
        source: "Chiang (1984), The Life Table and its Applications, chapter 8",
        inputs: [
            MethodColumn("years", "the life expectancy", unit: "years", .amount),
            MethodColumn("variance", "its variance", unit: "years²", .positive),
            MethodColumn("reference", "the fixed value", unit: "years", .amount),
        ], outputs: [.p]
    ) { asked in
        [
            "p": Statistics.lifeExpectancyTest(
                asked["years"], variance: asked["variance"], against: asked["reference"])
        ]
    }

    static let lifeExpectanciesTest = Method(
        "two-life-expectancies-test", "whether two independent life expectancies differ",
        source: "Chiang (1984), The Life Table and its Applications, chapter 8",
        inputs: [
            MethodColumn("years1", "the first life expectancy", unit: "years", .amount),
            MethodColumn("variance1", "its variance", unit: "years²", .positive),
            MethodColumn("years2", "the second life expectancy", unit: "years", .amount),
            MethodColumn("variance2", "its variance", unit: "years²", .positive),
        ], outputs: [.p]
    ) { asked in
        [
            "p": Statistics.lifeExpectancyTest(
                (asked["years1"], asked["variance1"]), (asked["years2"], asked["variance2"]))
        ]
    }
}
