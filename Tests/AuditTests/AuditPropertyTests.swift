import Cells
import TestSupport
import Testing

@testable import Audit

struct AuditPropertyTests {
    @Test func verdictsAmongWholeTablesAreThoseOfEnumeration() throws {
        var compared = 0
        for seed in 1...3000 as ClosedRange<UInt64> {
            let random = RandomSystem(seed: seed)
            guard let truth = VerdictsByEnumeration(random.system, random.policy, random.pattern) else { continue }
            let report = try Audit(random.system, random.policy, random.pattern).report()
            let verdicts = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.cell, $0.verdict) })
            #expect(verdicts == truth.verdicts, "\(random)")
            compared += 1
        }
        #expect(compared > 2000)
    }

    @Test func whatProgramsFindNarrowIsNarrowAmongWholeTables() throws {
        for seed in 1...1000 as ClosedRange<UInt64> {
            let random = RandomSystem(seed: seed)
            var policy = random.policy
            guard let truth = VerdictsByEnumeration(random.system, policy, random.pattern) else { continue }
            policy.wholeNumbers = false
            let report = try Audit(random.system, policy, random.pattern).report()
            for finding in report.findings {
                let whole = truth.verdicts[finding.cell]
                #expect(whole.map { $0 <= finding.verdict } == true, "\(random), cell \(finding.cell)")
            }
        }
    }

    @Test func whatTheRelationsDetermineHasOneValueInEveryTable() throws {
        var determined = 0
        for seed in 1...3000 as ClosedRange<UInt64> {
            let random = RandomSystem(seed: seed)
            guard let whole = WholeTables(random.system, random.policy, random.pattern, most: 300) else { continue }
            let part = try UnknownPart(random.system, random.policy, random.pattern)
            let attack = RankAttack(part)
            for column in attack.determined {
                #expect(whole.values(of: part.cells[column]).count == 1, "\(random)")
                determined += 1
            }
            for group in attack.tied {
                let pairs = Set(whole.tables.map { table in group.map { table[part.cells[$0]] } })
                for place in group.indices {
                    #expect(Set(pairs.map { $0[place] }).count == pairs.count, "\(random)")
                }
            }
        }
        #expect(determined > 500)
    }
}
