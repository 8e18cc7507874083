extension PartProtection {
    /// Shows cells again that are withheld for others' sake and not needed, dearest first.
    mutating func cleanUp() {
        let secondary = withheld.indices.filter { withheld[$0] && !part.isSensitive[$0] }
            .sorted { (-part.costs[$0], $0) < (-part.costs[$1], $1) }
        for cell in secondary { show(cell) }
    }

    /// Shows `cell` if all needs are met nevertheless.
    @discardableResult mutating func show(_ cell: Int) -> Bool {
        withheld[cell] = false
        guard linesHold(around: cell) else {
            withheld[cell] = true
            return false
        }
        let dead = movesOfCell[cell].filter { isAlive[$0] && !part.shown[cell].holds(moves[$0].amount(at: cell)) }
        for move in dead { isAlive[move] = false }
        let before = (witnesses, insiderWitnesses)
        let touched = dropWitnesses(of: dead)
        for sensitive in touched where !isMet(sensitive) { recall(sensitive) }
        meetJointly(touched)
        meetInsidersJointly(touched)
        for sensitive in hardestFirst(touched) where !meet(sensitive) {
            withheld[cell] = true
            for move in dead { isAlive[move] = true }
            (witnesses, insiderWitnesses) = before
            return false
        }
        return true
    }

    /// Takes away what `dead` moves speak for; gives the cells that had them, in order.
    mutating func dropWitnesses(of dead: [Int]) -> [Int] {
        var touched: Set<Int> = []
        for move in dead {
            for cell in moves[move].cells where part.isSensitive[cell] {
                if witnesses[cell].upper == move {
                    witnesses[cell].upper = nil
                    touched.insert(cell)
                }
                if witnesses[cell].lower == move {
                    witnesses[cell].lower = nil
                    touched.insert(cell)
                }
                let kept = insiderWitnesses[cell].filter { $0.upper != move && $0.lower != move }
                if kept.count < insiderWitnesses[cell].count {
                    insiderWitnesses[cell] = kept
                    touched.insert(cell)
                }
            }
        }
        return touched.sorted()
    }

    /// Meets all needs of `cell` without withholding more; false where it cannot.
    mutating func meet(_ cell: Int) -> Bool {
        if !isMet(cell) {
            guard let found = findWitness(cell, part.needs[cell], field) else { return false }
            witnesses[cell] = found
        }
        return !policy.insider || meetInsiders(of: cell, mayWithhold: false)
    }

    /// The same cells, those that fewest moves still speak for first: where one of them fails, the others need not be
    /// looked at.
    private func hardestFirst(_ cells: [Int]) -> [Int] {
        cells.map { cell in (moves: movesOfCell[cell].count { isAlive[$0] }, cell: cell) }.sorted(by: <).map(\.cell)
    }

    /// Lets the moves found before speak for `cell`, as far as they still hold.
    private mutating func recall(_ cell: Int) {
        var (rise, fall) = extent(witnesses[cell], cell)
        for place in movesOfCell[cell] where isAlive[place] {
            let amount = moves[place].amount(at: cell)
            if amount > rise {
                rise = amount
                witnesses[cell].upper = place
            }
            if -amount > fall {
                fall = -amount
                witnesses[cell].lower = place
            }
            if part.needs[cell].isMet(up: rise, down: fall) { return }
        }
    }
}
