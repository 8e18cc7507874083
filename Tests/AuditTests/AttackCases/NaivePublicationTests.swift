import Audit
import Cells
import TestSupport
import Testing

struct NaivePublicationTests {
    @Test(arguments: AttackCase.all)
    func theAuditFindsWhatTheOrdinaryRuleGivesAway(_ attack: AttackCase) throws {
        let report = try Audit(attack.naiveSystem, attack.policy, attack.naive).report()
        let found = report.findings.filter { $0.verdict != .ok }
            .map { (attack.system.cells[$0.cell].id, $0.verdict) }
        #expect(Dictionary(uniqueKeysWithValues: found) == attack.expected)
        #expect(!report.isSafe)
    }

    @Test func noAttackIsListedTwice() {
        let names = AttackCase.all.map(\.name)
        #expect(names.count >= 25)
        #expect(Set(names).count == names.count)
    }
}
