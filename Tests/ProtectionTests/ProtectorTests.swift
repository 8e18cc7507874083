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

    /// A reader knows the first cell to within a half, and the sum of two others is less than what is asked.
    @Test func namesTheCellsThatNothingProtectsWhateverTheReason() {
        let system = CellSystem(
            [
                Cell("narrow", 2, leastKnown: 2, mostKnown: 2.5), Cell("narrow and rest", 9, kind: .frozen),
                Cell("rest", 7), Cell("one", 1), Cell("two", 2),
                Cell("one and two", 3, kind: .frozen, isSensitive: false),
                Cell("all three", 38, kind: .frozen), Cell("wide", 30),
            ],
            [
                Relation("first", total: 1, parts: [0, 2]), Relation("second", total: 5, parts: [3, 4]),
                Relation("third", total: 6, parts: [2, 3, 7]),
            ])
        let policy = ProtectionPolicy(minWidth: 1, leastLineSum: 5)
        #expect(throws: Unprotectable(cells: [0, 3, 4])) { try Protector(system, policy).protect() }
    }
}
