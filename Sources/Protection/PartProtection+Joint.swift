extension PartProtection {
    /// For how many cells joint moves are worth their time.
    private static let many = 200
    /// How many cells a joint move must help on, and how many may help fewer in a row before each is looked at alone.
    private static let fewHelped = 12
    private static let mostIdle = 2

    /// Meets the needs of `cells` as far as it goes without withholding more, many at once where there are many.
    mutating func meetJointly(_ cells: [Int]) {
        var open = cells.filter { !isMet($0) }
        guard open.count > Self.many, !policy.wholeNumbers else { return }
        let joint = JointMoves(part, field)
        var turn = 0
        var idle = 0
        var hasBeenFirst: Set<Int> = []
        while idle < Self.mostIdle, let first = open.first {
            if let move = joint.move(towards: open.map(wish), turn: turn) { _ = keep(move) }
            let unmet = open.filter { !isMet($0) }
            idle = open.count - unmet.count < Self.fewHelped ? idle + 1 : 0
            turn += 1
            open = unmet
            // What does not rise enough when it comes first needs more to be withheld; the rest has a turn to fall too.
            let isLow = extent(witnesses[first], first).up < part.needs[first].reach
            if open.first == first, isLow || !hasBeenFirst.insert(first).inserted { open.removeFirst() }
        }
    }

    /// How `cell` should move to meet what is left of its need.
    private func wish(_ cell: Int) -> JointMoves.Wish {
        let need = part.needs[cell]
        let rise = extent(witnesses[cell], cell).up
        let far = max(need.aim, need.reach)
        if rise == 0 || rise < need.reach { return JointMoves.Wish(cell: cell, amount: far) }
        return JointMoves.Wish(cell: cell, amount: rise - need.aim)
    }

    /// Sees to it that no one person can work out any of `cells`, as far as it goes without withholding more.
    ///
    /// Joint moves leave half of the persons' cells as they are, another half each time, so that each pair of persons
    /// is told apart by one of them.
    mutating func meetInsidersJointly(_ cells: [Int]) {
        guard policy.insider, !policy.wholeNumbers, cells.count > Self.many else { return }
        let persons = part.values.indices.filter { isInsider($0) }
        var bit = 0
        while (persons.count - 1) >> bit > 0 {
            for side in 0...1 {
                let fixed = persons.indices.filter { ($0 >> bit) & 1 == side }.map { persons[$0] }
                meet(cells, knowing: Set(fixed))
            }
            bit += 1
        }
    }

    /// Finds witnesses for `cells` that leave the cells of `fixed` as they are.
    private mutating func meet(_ cells: [Int], knowing fixed: Set<Int>) {
        var open = cells.filter { cell in
            !fixed.contains(cell) && unmetInsiders(of: cell).contains(where: fixed.contains)
        }
        guard open.count > Self.many else { return }
        let joint = JointMoves(part, field, fixed: fixed)
        for turn in 0..<Self.mostTurns {
            let wishes = open.enumerated().map { number, cell in
                JointMoves.Wish(cell: cell, amount: (number + turn) % 2 == 0 ? Self.exact : -Self.exact)
            }
            guard let move = joint.move(towards: wishes, turn: turn) else { continue }
            let place = keep(move)
            let before = open.count
            open = open.filter { cell in
                let amount = move.amount(at: cell)
                guard abs(amount) >= Self.exact - Need.tolerance else { return true }
                insiderWitnesses[cell].append(amount > 0 ? Witness(upper: place) : Witness(lower: place))
                return false
            }
            guard before - open.count > before / 20, open.count > Self.fewHelped else { return }
        }
    }

    /// How many joint moves are tried with the same persons' cells fixed.
    private static let mostTurns = 8
}
