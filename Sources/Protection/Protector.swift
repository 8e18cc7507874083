import Cells
import Foundation
import Parallel

/// Withholds cells of a system until nobody can work out what its policy protects, and proves it.
///
/// Each sensitive cell gets two tables that agree with all that is published and lie as far apart at the cell as the
/// policy asks. Where they would move cells that are shown, the cheapest such cells are withheld too: least-cost moves
/// after Zayatz (1992, US Bureau of the Census RR-92/02), then cells that turn out not to be needed are shown again.
/// The same system gives the same pattern whatever the number of cores.
public struct Protector: Sendable {
    private let system: CellSystem
    private let policy: ProtectionPolicy
    private let costs: [Double]

    /// A protector of `system`; `cost` says what withholding a cell costs readers, and is positive.
    public init(_ system: CellSystem, _ policy: ProtectionPolicy, cost: ((Int) -> Double)? = nil) {
        self.system = system
        self.policy = policy
        costs = system.cells.indices.map { cell in
            cost?(cell) ?? 1 + log(1 + abs(system.cells[cell].value))
        }
    }

    /// Finds the pattern and its proof, or tells which cells nothing can protect any more.
    public func protect() throws(Unprotectable) -> ProtectedSystem {
        let parts = LinkedCells.parts(of: system, policy, costs)
        let protected = concurrently(parts.count) { part in
            var protection = PartProtection(parts[part], policy)
            protection.run()
            return protection.outcome
        }
        var lost = system.cells.indices.filter {
            system.cells[$0].kind == .frozen && system.isSensitive($0, policy)
        }
        for part in protected { lost += part.unprotectable }
        guard lost.isEmpty else { throw Unprotectable(cells: lost.sorted()) }
        var withheld = [Bool](repeating: false, count: system.cells.count)
        for cell in protected.flatMap(\.withheld) { withheld[cell] = true }
        return ProtectedSystem(pattern: Pattern(withheld), proof: Proof(joining: protected.map(\.proof)))
    }
}
