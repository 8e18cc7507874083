extension PartProtection {
    /// The width within which a cell is known exactly.
    static let exact = 1.0

    /// The cells of one person who could work out `cell`, as far as its witnesses show.
    func unmetInsiders(of cell: Int) -> [Int] {
        var unmet = PersonSet(all: persons.count)
        for witness in [witnesses[cell]] + insiderWitnesses[cell] {
            let extent = extent(witness, cell)
            guard extent.up + extent.down >= Self.exact - Need.tolerance else { continue }
            unmet.keep(
                witness.upper.map { personsMoved[$0] } ?? PersonSet(),
                or: witness.lower.map { personsMoved[$0] } ?? PersonSet())
            if unmet.isEmpty { return [] }
        }
        return unmet.members.map { persons[$0] }.filter { isInsider($0) && !part.isOwnCase(cell, of: $0) }
    }

    /// Whether the one person of `cell` knows a number that is not published.
    func isInsider(_ cell: Int) -> Bool {
        part.isCount[cell] && part.values[cell] == 1 && (withheld[cell] || part.isHidden[cell])
    }

    /// Sees to it that no other one person can work out `cell`; false where it cannot.
    @discardableResult mutating func meetInsiders(of cell: Int, mayWithhold: Bool) -> Bool {
        while let insider = unmetInsiders(of: cell).first {
            var field = field
            field.known = insider
            let need = Need(width: Self.exact)
            var found = findWitness(cell, need, field)
            if found == nil, mayWithhold { found = withholdFor(cell, need, known: insider) }
            guard let found else {
                if mayWithhold { unprotectable.append(cell) }
                return false
            }
            insiderWitnesses[cell].append(found)
        }
        return true
    }
}
