import Cells
import Protection
import TestSupport
import Testing

@Suite struct ProtectorTests {
    @Test func withholdsAPartnerForALoneSmallCell() throws {
        let system = CellSystem(
            [Cell("total", 30), Cell("a", 3), Cell("b", 12), Cell("c", 15)],
            [Relation("sum", total: 0, parts: [1, 2, 3])])
        let policy = ProtectionPolicy()
        let protected = try Protector(system, policy).protect()
        #expect(protected.pattern.withheld == [false, true, true, false])
        #expect(protected.proof.verify(system, policy, protected.pattern) == [])
    }
}
