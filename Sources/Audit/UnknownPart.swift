import Cells

/// What a reader has to solve: the cells that are not public, the bounds known of each, and the relations between them
/// once everything public has been moved to the right.
struct UnknownPart: Sendable {
    /// The places of the unknown cells in their system; a column is a place in this list.
    let cells: [Int]
    /// What is known of each column before looking at any row.
    let known: [ClosedRange<Double>]
    /// The true table.
    let truth: [Double]
    /// Whether a column is a whole number.
    let isWhole: [Bool]
    /// Whether a column is sensitive.
    let isSensitive: [Bool]
    /// The largest number of a column that is withheld.
    let limits: [Double]
    /// How far apart the ends of what is worked out of a column must lie.
    let widths: [Double]
    let rows: [UnknownRow]
    /// What the person of a cell of one knows of himself.
    let ownCase: OwnCase

    init(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern) throws(AuditFault) {
        guard pattern.withheld.count == system.cells.count else { throw .patternOfOtherLength }
        let known = system.cells.indices.map { cell in
            system.known(cell, withheld: pattern.withheld[cell] && system.cells[cell].kind != .frozen, policy)
        }
        for (cell, range) in known.enumerated() {
            let value = system.cells[cell].value
            let slack = 1e-9 * max(1, value.magnitude)
            guard range.lowerBound - slack <= value, value <= range.upperBound + slack else {
                throw .outsideWhatIsKnown(cell)
            }
        }
        let cells = system.cells.indices.filter { known[$0].lowerBound < known[$0].upperBound }
        var column: [Int?] = Array(repeating: nil, count: system.cells.count)
        for (place, cell) in cells.enumerated() { column[cell] = place }

        var rows: [UnknownRow] = []
        for (place, relation) in system.relations.enumerated() {
            guard relation.holds(in: system) else { throw .relationDoesNotHold(place) }
            let terms = relation.terms.compactMap { term in
                column[term.cell].map { UnknownRow.Term($0, term.coefficient) }
            }
            guard !terms.isEmpty else { continue }
            rows.append(UnknownRow(terms) { system.cells[cells[$0]].value })
        }
        self.cells = cells
        self.known = cells.map { known[$0] }
        truth = cells.map { system.cells[$0].value }
        isWhole = cells.map { system.cells[$0].quantity == .count }
        isSensitive = cells.map { system.isSensitive($0, policy) }
        limits = cells.map { system.cells[$0].limit(policy) }
        widths = cells.map { system.cells[$0].width(policy) }
        self.rows = rows
        ownCase = OwnCase(system)
    }

    /// Whether a column is one person, who may read the publication himself.
    func isOnePerson(_ column: Int) -> Bool { isWhole[column] && truth[column] == 1 }

    /// Whether what is in `column` is the own case of the one person of `insider`.
    func isOwnCase(_ column: Int, of insider: Int) -> Bool { ownCase.covers(cells[column], of: cells[insider]) }
}

extension Relation {
    /// Whether the cells' values add up to nothing, but for the rounding of binary numbers.
    fileprivate func holds(in system: CellSystem) -> Bool {
        let products = terms.map { $0.coefficient * system.cells[$0.cell].value }
        let largest = products.reduce(1) { max($0, $1.magnitude) }
        return products.reduce(0, +).magnitude <= 1e-6 * largest
    }
}
