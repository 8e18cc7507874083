import Cells
import Protection
import TestSupport
import Testing

/// Laws of protection, on hundreds of random systems of which all tables are written down.
@Suite struct ProtectorLawTests {
    static let policies: [ProtectionPolicy] = [
        ProtectionPolicy(wholeNumbers: true),
        ProtectionPolicy(withholdsZero: true, minWidth: 3, wholeNumbers: true),
        ProtectionPolicy(largestWithheld: 3, escape: true, wholeNumbers: true),
        ProtectionPolicy(leastLineSum: 6, wholeNumbers: true),
        ProtectionPolicy(largestWithheld: 2, insider: true, wholeNumbers: true),
        ProtectionPolicy(minWidth: 1, escape: true, leastLineSum: 5, insider: true, wholeNumbers: true),
    ]

    @Test(arguments: policies.indices, [false, true])
    func protectsEverySensitiveCellOrNamesThoseThatNothingProtects(policy: Int, withOddities: Bool) {
        let policy = Self.policies[policy]
        for seed in UInt64(1)...25 {
            let system = SmallSystems.table(seed: seed, withOddities: withOddities)
            do {
                let protected = try Protector(system, policy).protect()
                let tables = EveryTable(system, policy, protected.pattern)
                #expect(tables.unprotected(policy, protected.pattern) == [], "seed \(seed)")
                #expect(protected.proof.verify(system, policy, protected.pattern) == [], "seed \(seed)")
            } catch {
                let all = Pattern(system.cells.indices.map { system.mayBeWithheld($0, policy) })
                let lost = EveryTable(system, policy, all).unprotected(policy, all)
                #expect(Set(error.cells).isSubset(of: lost), "seed \(seed)")
                #expect(!lost.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [UInt64](1...8)) func withholdsTheFewestCellsOfASmallTable(seed: UInt64) throws {
        let policy = ProtectionPolicy(wholeNumbers: true)
        let system = SmallSystems.table(seed: seed, withOddities: false)
        guard let protected = try? Protector(system, policy).protect() else { return }
        let naive = Pattern(sensitiveCellsOf: system, policy)
        let offered = system.cells.indices.filter { system.mayBeWithheld($0, policy) && !naive.withheld[$0] }
        let count = zip(protected.pattern.withheld, naive.withheld).filter { $0 != $1 }.count
        for choice in 0..<(1 << offered.count) where choice.nonzeroBitCount < count {
            var pattern = naive
            for (place, cell) in offered.enumerated() where choice >> place & 1 == 1 { pattern.withheld[cell] = true }
            #expect(!EveryTable(system, policy, pattern).unprotected(policy, pattern).isEmpty)
        }
    }

    @Test func givesTheSamePatternEveryTime() throws {
        let system = SmallSystems.table(seed: 7, withOddities: false)
        let first = try Protector(system, ProtectionPolicy()).protect()
        for _ in 0..<5 {
            let again = try Protector(system, ProtectionPolicy()).protect()
            #expect(again.pattern == first.pattern)
            #expect(again.proof == first.proof)
        }
    }

    /// Parts that no relation connects are protected at the same time, so that this also says that neither the number of
    /// cores nor the order in which parts are done shows.
    @Test func protectsEachPartAsIfItWereAlone() throws {
        let policy = ProtectionPolicy()
        var alone: [Bool] = []
        var cells: [Cell] = []
        var relations: [Relation] = []
        for seed in UInt64(1)...12 {
            let system = SmallSystems.table(seed: seed, withOddities: false)
            guard let protected = try? Protector(system, policy).protect() else { continue }
            alone += protected.pattern.withheld
            relations += system.relations.map { relation in
                Relation(
                    "\(seed)-\(relation.id)",
                    relation.terms.map { Relation.Term($0.cell + cells.count, $0.coefficient) })
            }
            cells += system.cells.map { Cell("\(seed)-\($0.id)", $0.value, mostKnown: $0.mostKnown) }
        }
        #expect(cells.count > 50)
        for _ in 0..<3 {
            #expect(try Protector(CellSystem(cells, relations), policy).protect().pattern.withheld == alone)
        }
    }
}
