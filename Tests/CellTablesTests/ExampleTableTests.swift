import Audit
import CellTables
import Cells
import Protection
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.hasExampleTables, "the example tables are not beside the checkout"))
struct ExampleTableTests {
    /// Different non-empty sets of rows, and those of them that are sensitive at the policy of `ExampleTables`, as
    /// counted from the files by another program (Python, sets of row numbers by combination of codes and totals).
    struct Expected: Sendable, CustomTestStringConvertible {
        let name: String
        let cells: Int
        let sensitive: Int
        var testDescription: String { name }

        init(_ name: String, _ cells: Int, _ sensitive: Int) {
            (self.name, self.cells, self.sensitive) = (name, cells, sensitive)
        }
    }

    static let expected: [Expected] = [
        .init("d1", 45, 4), .init("d2", 95, 10), .init("d3", 1125, 365), .init("d4", 11775, 2367),
        .init("d53", 4107, 682), .init("example1", 60, 15), .init("magnitude1", 25, 2),
        .init("mun_accidents", 35, 12), .init("my_km2", 76, 26), .init("paris2025_freq", 15, 7),
        .init("sdctable_4x4", 25, 1), .init("sdctable_linked", 13, 5), .init("sprt_emp_withEU", 60, 6),
    ]

    @Test func everyExampleHasASpec() {
        #expect(Self.expected.map(\.name) == ExampleTables.names)
    }

    @Test(arguments: expected)
    func cellsAreTheDifferentSetsOfRows(expected: Expected) throws {
        let system = try ExampleTables.system(expected.name).system
        let policy = ExampleTables.policy(expected.name)
        #expect(system.cells.count { $0.kind == .cell } == expected.cells)
        #expect(system.cells.indices.count { system.isSensitive($0, policy) } == expected.sensitive)
        #expect(Set(system.cells.map(\.id)).count == system.cells.count)
    }

    @Test(arguments: expected)
    func relationsHoldAndHaveEachCellOnce(expected: Expected) throws {
        let system = try ExampleTables.system(expected.name).system
        for relation in system.relations {
            let sum = relation.terms.reduce(0) { $0 + $1.coefficient * system.cells[$1.cell].value }
            #expect(abs(sum) < 1e-9, "\(relation.id)")
            #expect(Set(relation.terms.map(\.cell)).count == relation.terms.count)
        }
    }

    /// Larger tables take an optimised build: `make bench` protects them too.
    @Test(arguments: expected.filter { $0.sensitive < 300 })
    func protectionLeavesNothingExactOrNarrow(expected: Expected) throws {
        let table = try ExampleTables.system(expected.name)
        let policy = ExampleTables.policy(expected.name)
        let protected = try Protector(table.system, policy).protect()
        #expect(protected.proof.verify(table.system, policy, protected.pattern).isEmpty)
        let report = try Audit(table.system, policy, protected.pattern).report()
        #expect(report.isSafe)
        #expect(report.findings.count == expected.sensitive)
    }
}
