import Cells
import Protection
import Testing

@Suite struct ProofTests {
    private let policy = ProtectionPolicy()
    private let system = CellSystem(
        [Cell("total", 30), Cell("a", 3), Cell("b", 12), Cell("c", 15)], [Relation("sum", total: 0, parts: [1, 2, 3])])
    private let pattern = Pattern([false, true, true, false])

    private func proof(_ cells: [Int], _ differences: [Double]) -> Proof {
        Proof(
            tables: [Proof.Table(cells: cells, differences: differences)],
            claims: [Proof.Claim(cell: 1, upper: 0, lower: nil)])
    }

    @Test func holdsWhereATableAgreesAndLiesFarEnough() {
        #expect(proof([1, 2], [2, -2]).verify(system, policy, pattern) == [])
    }

    @Test func noticesAForgedTable() {
        #expect(proof([1, 2], [2, -1]).verify(system, policy, pattern) == [1], "the sum is broken")
        #expect(proof([1, 3], [2, -2]).verify(system, policy, pattern) == [1], "a shown cell is moved")
        #expect(proof([1, 2], [1, -1]).verify(system, policy, pattern) == [1], "too narrow")
        #expect(proof([1, 2], [12, -12]).verify(system, policy, pattern) == [1], "behind the mark is at least one")
        #expect(proof([1, 9], [2, -2]).verify(system, policy, pattern) == [1], "no such cell")
    }

    @Test func noticesASensitiveCellThatIsShownOrUnclaimed() {
        #expect(Proof(tables: [], claims: []).verify(system, policy, pattern) == [1])
        #expect(proof([1, 2], [2, -2]).verify(system, policy, Pattern([false, false, false, false])) == [1])
    }

    @Test func namesASensitiveCellThatIsFrozen() {
        let frozen = CellSystem([Cell("a", 3, kind: .frozen), Cell("b", 9)], [])
        #expect(throws: Unprotectable(cells: [0])) { try Protector(frozen, policy).protect() }
    }
}
