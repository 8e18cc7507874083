extension Method {
    static let normalQuantile = Method(
        "normal-quantile", "what a standard normal variable stays below with a probability",
        source: "Wichura (1988), algorithm AS 241, Appl Stat 37:477–484",
        inputs: [MethodColumn("probability", "the probability below", unit: "share", .share)],
        outputs: [MethodColumn("quantile", "the value", unit: "standard deviations")],
        edges: ["far tails: checked to 1e-300"]
    ) { ["quantile": NormalDistribution.quantile($0["probability"])] }

    static let studentQuantile = Method(
        "student-quantile", "the t that leaves a level between −t and t",
        source: "Abramowitz & Stegun 26.7.1; DLMF 8.17.22",
        inputs: [
            .level, MethodColumn("degrees_of_freedom", "degrees of freedom", unit: "number", .positive),
        ], outputs: [MethodColumn("t", "the value", unit: "standard errors")],
        edges: ["one degree of freedom, and so many that it is the normal's"]
    ) {
        ["t": StudentDistribution.quantile(level: $0["level"], degreesOfFreedom: $0["degrees_of_freedom"])]
    }

    static let chiSquareQuantile = Method(
        "chi-square-quantile", "what a chi-square variable stays below, and above, with a probability",
        source: "twice the gamma quantile: DLMF 8.2, 8.7.1 and 8.9.2",
        inputs: [
            MethodColumn("probability", "the probability of the tail", unit: "share", .share),
            MethodColumn("degrees_of_freedom", "degrees of freedom", unit: "number", .positive),
        ],
        outputs: [
            MethodColumn("below", "the value with the probability below it", unit: "number"),
            MethodColumn("above", "the value with the probability above it", unit: "number"),
        ], edges: ["small tails and fractions of a degree of freedom"]
    ) { asked in
        func quantile(_ tail: GammaDistribution.Tail) -> Double {
            2 * GammaDistribution.quantile(tail, asked["probability"], shape: asked["degrees_of_freedom"] / 2)
        }
        return ["below": quantile(.lower), "above": quantile(.upper)]
    }
}
