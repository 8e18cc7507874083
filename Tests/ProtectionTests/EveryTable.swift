import Cells

/// All tables of whole numbers that a reader could take for the true one, by trying every number a cell could have.
/// Shares nothing with the engine but the cells.
struct EveryTable {
    /// For each table, its numbers in the system's order.
    private(set) var tables: [[Int]] = []
    private let system: CellSystem
    private let known: [ClosedRange<Int>]

    init(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern) {
        self.system = system
        known = system.cells.indices.map { cell in
            let known = system.known(cell, withheld: pattern.withheld[cell], policy)
            return Int(known.lowerBound.rounded(.up))...Int(known.upperBound.rounded(.down))
        }
        extend([Int?](repeating: nil, count: system.cells.count))
    }

    private mutating func extend(_ start: [Int?]) {
        var table = start
        var isSettled = false
        while !isSettled {
            isSettled = true
            for relation in system.relations {
                let open = relation.terms.filter { table[$0.cell] == nil }
                guard open.count <= 1 else { continue }
                let sum = relation.terms.reduce(0) { $0 + Int($1.coefficient) * (table[$1.cell] ?? 0) }
                guard let last = open.first else {
                    guard sum == 0 else { return }
                    continue
                }
                let number = -sum * Int(last.coefficient)
                guard known[last.cell].contains(number) else { return }
                table[last.cell] = number
                isSettled = false
            }
        }
        let next = table.indices.filter { table[$0] == nil }.min { known[$0].count < known[$1].count }
        guard let next else {
            tables.append(table.map { $0 ?? 0 })
            return
        }
        for number in known[next] {
            table[next] = number
            extend(table)
        }
    }

    /// The sensitive cells that the pattern does not protect, by the policy's own words, in order.
    func unprotected(_ policy: ProtectionPolicy, _ pattern: Pattern) -> [Int] {
        let unknown = system.cells.indices.filter { pattern.withheld[$0] || system.cells[$0].kind == .hidden }
        let insiders = policy.insider ? unknown.filter { system.cells[$0].value == 1 } : []
        let smallLines = system.relations.filter { relation in
            let terms = relation.terms.filter { unknown.contains($0.cell) }
            let sum = terms.reduce(0) { $0 + system.cells[$1.cell].value }
            return Set(terms.map(\.coefficient)).count == 1 && sum < policy.leastLineSum
        }
        let ownCase = OwnCase(system)
        return system.cells.indices.filter { cell in
            guard system.isSensitive(cell, policy) else { return false }
            let numbers = tables.map { $0[cell] }
            guard let least = numbers.min(), let most = numbers.max() else { return true }
            return Double(most - least) < system.cells[cell].width(policy)
                || (policy.escape && Double(most) <= system.cells[cell].limit(policy))
                || smallLines.contains { line in unknown.contains(cell) && line.terms.contains { $0.cell == cell } }
                || insiders.contains { !ownCase.covers(cell, of: $0) && isExact(cell, whenOneAt: $0) }
        }
    }

    private func isExact(_ cell: Int, whenOneAt insider: Int) -> Bool {
        Set(tables.filter { $0[insider] == 1 }.map { $0[cell] }).count <= 1
    }
}
