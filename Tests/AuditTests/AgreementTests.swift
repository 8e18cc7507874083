import Audit
import Cells
import Protection
import TestSupport
import Testing

struct AgreementTests {
    @Test func everyTableThatProtectionLeavesOpenGivesWhatThePolicyAsks() throws {
        var enumerated = 0
        for seed in 1...1000 as ClosedRange<UInt64> {
            let random = RandomSystem(seed: seed)
            guard let pattern = try? Protector(random.system, random.policy).protect().pattern,
                let truth = VerdictsByEnumeration(random.system, random.policy, pattern)
            else { continue }
            #expect(truth.verdicts.values.allSatisfy { $0 == .ok }, "\(random)")
            enumerated += 1
        }
        #expect(enumerated > 200)
    }

    @Test(arguments: [true, false])
    func theAuditFindsNothingInRandomSystemsThatAreProtected(amongWholeTables wholeNumbers: Bool) throws {
        for seed in 1...1000 as ClosedRange<UInt64> {
            let random = RandomSystem(seed: seed)
            var policy = random.policy
            policy.wholeNumbers = wholeNumbers
            guard let pattern = try? Protector(random.system, policy).protect().pattern else { continue }
            #expect(try Audit(random.system, policy, pattern).report().isSafe, "\(random)")
        }
    }

    @Test(arguments: [true, false])
    func whatCannotBeProtectedIsFoundThoughAllIsWithheld(amongWholeTables wholeNumbers: Bool) throws {
        for seed in 1...1000 as ClosedRange<UInt64> {
            let random = RandomSystem(seed: seed)
            var policy = random.policy
            policy.wholeNumbers = wholeNumbers
            let all = Pattern(random.system.cells.indices.map { random.system.mayBeWithheld($0, policy) })
            let report = try Audit(random.system, policy, all).report()
            do {
                _ = try Protector(random.system, policy).protect()
                #expect(report.isSafe, "\(random)")
            } catch {
                #expect(!report.isSafe, "\(random)")
            }
        }
    }
}
