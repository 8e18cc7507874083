extension PartProtection {
    /// The width within which a cell is known exactly.
    static let exact = 1.0

    /// The cells of one person who could work out `cell`, as far as its witnesses show.
    private func unmetInsiders(of cell: Int) -> [Int] {
        var unmet: [Int]?
        for witness in [witnesses[cell]] + insiderWitnesses[cell] {
            let extent = extent(witness, cell)
            guard extent.up + extent.down >= Self.exact - Need.tolerance else { continue }
            let moved = Set([witness.upper, witness.lower].compactMap { $0 }.flatMap { moves[$0].cells })
            unmet = (unmet ?? part.values.indices.filter { isInsider($0) && !part.isOwnCase(cell, of: $0) }).filter {
                moved.contains($0)
            }
        }
        return unmet ?? part.values.indices.filter { isInsider($0) && !part.isOwnCase(cell, of: $0) }
    }

    /// Whether the one person of `cell` knows a number that is not published.
    private func isInsider(_ cell: Int) -> Bool {
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
