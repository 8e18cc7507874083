import Audit
import Cells
import Protection
import Testing

struct ProtectedPublicationTests {
    @Test(arguments: AttackCase.all)
    func theAuditFindsNothingInWhatIsProtected(_ attack: AttackCase) throws {
        let pattern = try Protector(attack.system, attack.policy).protect().pattern
        let report = try Audit(attack.system, attack.policy, pattern).report()
        let found = report.findings.filter { $0.verdict != .ok }
            .map { "\(attack.system.cells[$0.cell].id) \($0.verdict)" }
        #expect(found.isEmpty)
    }

    @Test(arguments: AttackCase.all)
    func protectionWithholdsAtMostOneCellMoreThanTheFewest(_ attack: AttackCase) throws {
        let pattern = try Protector(attack.system, attack.policy).protect().pattern
        let fewest = try #require(try FewestWithheld(attack.system, attack.policy).count)
        #expect(pattern.withheld.count { $0 } <= fewest + 1)
    }
}
