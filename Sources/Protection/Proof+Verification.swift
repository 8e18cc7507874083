import Cells

extension Proof {
    /// The sensitive cells of `system` that this proof doesn't show to be protected under `pattern`, in order.
    ///
    /// Only adds and compares: each table must agree with every relation, with each cell that is shown, and with what
    /// a reader knows of the others; whole numbers for counts where the policy asks for them. Sums of lines and what
    /// insiders know are read off the pattern and the claims.
    public func verify(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern) -> [Int] {
        guard pattern.withheld.count == system.cells.count else {
            return system.cells.indices.filter { system.isSensitive($0, policy) }
        }
        let verification = Verification(system, policy, pattern, self)
        return verification.unproved
    }
}

/// One verification: which tables agree with what is published, and which cells they speak for.
private struct Verification {
    /// What adding decimal fractions may take away.
    private static let tolerance = 1e-6

    private let system: CellSystem
    private let policy: ProtectionPolicy
    private let pattern: Pattern
    private let proof: Proof
    private let relationsOfCell: [[(relation: Int, coefficient: Double)]]
    private let agrees: [Bool]
    private let ownCase: OwnCase

    init(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern, _ proof: Proof) {
        self.system = system
        self.policy = policy
        self.pattern = pattern
        self.proof = proof
        var relationsOfCell = [[(relation: Int, coefficient: Double)]](repeating: [], count: system.cells.count)
        for (relation, it) in system.relations.enumerated() {
            for term in it.terms { relationsOfCell[term.cell].append((relation, term.coefficient)) }
        }
        self.relationsOfCell = relationsOfCell
        ownCase = OwnCase(system)
        agrees = proof.tables.map { table in
            Self.agrees(table, system, policy, pattern, relationsOfCell)
        }
    }

    /// Whether a reader could take `table` for the true one.
    private static func agrees(
        _ table: Proof.Table, _ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern,
        _ relationsOfCell: [[(relation: Int, coefficient: Double)]]
    ) -> Bool {
        guard table.cells.count == table.differences.count, Set(table.cells).count == table.cells.count else {
            return false
        }
        var sums: [Int: Double] = [:]
        var sizes: [Int: Double] = [:]
        for (cell, difference) in zip(table.cells, table.differences) {
            guard system.cells.indices.contains(cell), difference.isFinite else { return false }
            let it = system.cells[cell]
            let isMarked = pattern.withheld[cell] && it.kind == .cell
            let known = system.known(cell, withheld: isMarked, policy)
            let number = it.value + difference
            guard number >= known.lowerBound - tolerance, number <= known.upperBound + tolerance else { return false }
            if policy.wholeNumbers, it.quantity == .count, difference != difference.rounded() { return false }
            for (relation, coefficient) in relationsOfCell[cell] {
                sums[relation, default: 0] += coefficient * difference
                sizes[relation, default: 0] += abs(coefficient * difference)
            }
        }
        return sums.allSatisfy { abs($0.value) <= tolerance * max(1, sizes[$0.key] ?? 1) }
    }

    /// The sensitive cells that are not proved.
    var unproved: [Int] {
        var claims = [[Proof.Claim]](repeating: [], count: system.cells.count)
        for claim in proof.claims where system.cells.indices.contains(claim.cell) {
            guard isSound(claim.upper), isSound(claim.lower) else { continue }
            claims[claim.cell].append(claim)
        }
        let inBadLines = cellsInBadLines
        let insiders = policy.insider ? system.cells.indices.filter(isInsider) : []
        return system.cells.indices.filter { cell in
            guard system.isSensitive(cell, policy) else { return false }
            guard isUnknown(cell), !inBadLines.contains(cell) else { return true }
            return !claims[cell].contains(where: meets) || !meetsInsiders(cell, claims[cell], insiders)
        }
    }

    /// Whether a claim's table exists and agrees; the true table does.
    private func isSound(_ table: Int?) -> Bool {
        guard let table else { return true }
        return agrees.indices.contains(table) && agrees[table]
    }

    private func isUnknown(_ cell: Int) -> Bool {
        let kind = system.cells[cell].kind
        return kind == .hidden || (kind == .cell && pattern.withheld[cell])
    }

    private func difference(_ table: Int?, _ cell: Int) -> Double {
        guard let table, let place = proof.tables[table].cells.firstIndex(of: cell) else { return 0 }
        return proof.tables[table].differences[place]
    }

    private func width(_ claim: Proof.Claim) -> Double {
        difference(claim.upper, claim.cell) - difference(claim.lower, claim.cell)
    }

    /// Whether the claim's tables lie far enough apart, and reach above the limit where they must.
    private func meets(_ claim: Proof.Claim) -> Bool {
        let it = system.cells[claim.cell]
        guard width(claim) >= it.width(policy) - Self.tolerance else { return false }
        guard policy.escape else { return true }
        let most = it.value + difference(claim.upper, claim.cell)
        return it.quantity == .count
            ? most >= it.limit(policy).rounded(.down) + 1 - Self.tolerance : most > it.limit(policy)
    }

    /// Whether each insider sees two tables that differ by one at least and agree with his own number.
    private func meetsInsiders(_ cell: Int, _ claims: [Proof.Claim], _ insiders: [Int]) -> Bool {
        var unmet = Set(insiders.filter { !ownCase.covers(cell, of: $0) })
        for claim in claims where width(claim) >= 1 - Self.tolerance {
            let moved = Set([claim.upper, claim.lower].compactMap { $0 }.flatMap { proof.tables[$0].cells })
            unmet.formIntersection(moved)
        }
        return unmet.isEmpty
    }

    private func isInsider(_ cell: Int) -> Bool {
        isUnknown(cell) && system.cells[cell].quantity == .count && system.cells[cell].value == 1
    }

    /// The sensitive cells in relations whose withheld cells a reader can add up to too little.
    private var cellsInBadLines: Set<Int> {
        guard policy.leastLineSum > 0 else { return [] }
        var bad: Set<Int> = []
        for relation in system.relations {
            let unknown = relation.terms.filter { isUnknown($0.cell) }
            guard let sign = unknown.first?.coefficient, unknown.allSatisfy({ $0.coefficient * sign > 0 }) else {
                continue
            }
            let sensitive = unknown.map(\.cell).filter { system.isSensitive($0, policy) }
            let sum = unknown.reduce(0) { $0 + abs($1.coefficient) * system.cells[$1.cell].value }
            if !sensitive.isEmpty, sum < policy.leastLineSum - Self.tolerance { bad.formUnion(sensitive) }
        }
        return bad
    }
}
