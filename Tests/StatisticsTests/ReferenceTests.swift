import TestSupport
import Testing

@testable import Statistics

/// Every method against values worked out by scipy; see Reference/README.md.
struct ReferenceTests {
    @Test func wilsonIntervalsAgree() throws {
        for row in try ReferenceTable("wilson").rows {
            let interval = wilsonInterval(
                numerator: Int(row["numerator"]!), denominator: Int(row["denominator"]!),
                z: NormalDistribution.z(level: row["level"]!))
            #expect(relativeDifference(interval.lowerBound, row["lower"]!) < 1e-9)
            #expect(relativeDifference(interval.upperBound, row["upper"]!) < 1e-9)
        }
    }

    @Test func normalQuantilesAgree() throws {
        for row in try ReferenceTable("normal-quantile").rows {
            #expect(relativeDifference(NormalDistribution.quantile(row["probability"]!), row["quantile"]!) < 1e-12)
        }
    }

    @Test func studentTailsAgree() throws {
        for row in try ReferenceTable("student").rows {
            let p = StudentDistribution.twoSided(row["t"]!, degreesOfFreedom: row["degrees_of_freedom"]!)
            #expect(relativeDifference(p, row["p"]!) < 1e-9)
        }
    }

    @Test func studentQuantilesAgree() throws {
        for row in try ReferenceTable("student-quantile").rows {
            let t = StudentDistribution.quantile(level: row["level"]!, degreesOfFreedom: row["degrees_of_freedom"]!)
            #expect(relativeDifference(t, row["t"]!) < 1e-9)
        }
    }

    @Test func testsOfOneProportionAgree() throws {
        for row in try ReferenceTable("one-proportion").rows {
            let p = proportionTest(
                numerator: Int(row["numerator"]!), denominator: Int(row["denominator"]!), against: row["reference"]!)
            #expect(relativeDifference(p, row["p"]!) < 1e-9)
        }
    }

    @Test func testsOfTwoProportionsAgree() throws {
        for row in try ReferenceTable("two-proportions").rows {
            let p = proportionTest(
                (Int(row["numerator1"]!), Int(row["denominator1"]!)),
                (Int(row["numerator2"]!), Int(row["denominator2"]!)))
            #expect(relativeDifference(p, row["p"]!) < 1e-7)
        }
    }

    @Test func meansAgree() throws {
        for row in try ReferenceTable("means").rows {
            let first = MeanSummary(count: Int(row["count1"]!), mean: row["mean1"]!, variance: row["variance1"]!)
            let second = MeanSummary(count: Int(row["count2"]!), mean: row["mean2"]!, variance: row["variance2"]!)
            #expect(relativeDifference(meanTest(first, second), row["p"]!) < 1e-7)
            let interval = meanInterval(first, level: 0.95)
            #expect(relativeDifference(interval.lowerBound, row["lower1"]!) < 1e-9)
            #expect(relativeDifference(interval.upperBound, row["upper1"]!) < 1e-9)
        }
    }

    @Test(arguments: [0.01, 0.05, 0.25]) func falseDiscoveryControlAgrees(rate: Double) throws {
        let rows = try ReferenceTable("false-discovery").rows
        let ours = falseDiscoveries(rows.map { $0["p"]! }, rate: rate)
        #expect(ours == rows.map { $0["adjusted"]! <= rate })
    }
}
