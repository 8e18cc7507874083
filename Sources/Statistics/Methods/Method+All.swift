extension Method {
    /// Every method, in the order in which they are shown.
    public static let all: [Method] = [
        normalQuantile, studentQuantile, chiSquareQuantile, wilson, ratio, mean, poisson, rate,
        directStandardisation, gammaStandardisation, indirectStandardisation, lifeExpectancy, inequality,
        proportionTest, proportionsTest, meanTest, meansTest, poissonTest, rateRatioTest,
        standardisedProportionsTest, lifeExpectancyTest, lifeExpectanciesTest, falseDiscovery,
        proportionTrend, valueTrend,
    ]

    /// The two limits as columns write them.
    static func limits(_ interval: ClosedRange<Double>) -> [String: Double] {
        ["lower": interval.lowerBound, "upper": interval.upperBound]
    }

    /// That `numerator` is no larger than `denominator`.
    static func check(_ asked: MethodCase, _ numerator: String, within denominator: String, row: Int = 0)
        throws(MethodFault)
    {
        if asked[numerator, row: row] > asked[denominator, row: row] {
            throw MethodFault(row: row, column: numerator, rule: "it must be no larger than '\(denominator)'")
        }
    }
}
