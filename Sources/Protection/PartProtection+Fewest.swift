extension PartProtection {
    /// A search for the fewest cells is worth its time for as many cells that may be withheld.
    private static let fewCells = 24
    /// How many ways to fail it looks at before it leaves the pattern as it is.
    private static let mostFailures = 80

    /// Finds the fewest cells to withhold, and among those the cheapest, where there are few to choose from.
    ///
    /// Every pattern that fails tells of cells one of which must be withheld; the least choice that has one of each
    /// such set either holds, and nothing less can, or tells of another set.
    mutating func searchFewest() {
        let offered = withheld.indices.filter { part.mayBeWithheld[$0] && !part.isSensitive[$0] }
        let present = offered.filter { withheld[$0] }
        guard present.count > 1, offered.count <= Self.fewCells else { return }
        var hitting = HittingSets(offered, costs: part.costs)
        let most = hitting.weight(of: present)
        for _ in 0..<Self.mostFailures {
            guard let least = hitting.least(below: most) else { return }
            if let found = holding(least) {
                self = found
                return
            }
            var failing = least
            for cell in offered where !failing.contains(cell) && holding(failing + [cell]) == nil {
                failing.append(cell)
            }
            let missing = offered.filter { !failing.contains($0) }
            guard !missing.isEmpty else { return }
            hitting.require(oneOf: missing)
        }
    }

    /// The protection with `secondary` withheld beside the sensitive cells; nil where it does not hold.
    private mutating func holding(_ secondary: [Int]) -> PartProtection? {
        var trial = self
        trial.withholdOnly(secondary)
        let holds =
            (0..<part.relations.count).allSatisfy(trial.lineHolds)
            && part.values.indices.allSatisfy { !part.isSensitive[$0] || trial.meet($0) }
        guard !holds else { return trial }
        for move in trial.moves[moves.count...] { _ = keep(move) }
        return nil
    }

    /// Withholds the sensitive cells and `secondary` alone, and speaks with the moves found before that still hold.
    private mutating func withholdOnly(_ secondary: [Int]) {
        for cell in withheld.indices {
            withheld[cell] = part.isSensitive[cell] && part.mayBeWithheld[cell]
        }
        for cell in secondary { withheld[cell] = true }
        witnesses = [Witness](repeating: Witness(), count: part.count)
        insiderWitnesses = [[Witness]](repeating: [], count: part.count)
        for place in moves.indices {
            isAlive[place] = zip(moves[place].cells, moves[place].amounts).allSatisfy { cell, amount in
                (withheld[cell] ? part.withheld[cell] : part.shown[cell]).holds(amount)
            }
            if isAlive[place] { offer(place) }
        }
    }
}
