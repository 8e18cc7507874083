extension PartProtection {
    /// Whether no relation's withheld cells add up to too little for a reader who can add them up.
    func lineHolds(_ relation: Int) -> Bool {
        guard policy.leastLineSum > 0 else { return true }
        guard let sum = knownSum(relation) else { return true }
        return sum >= policy.leastLineSum - Need.tolerance
    }

    /// The same for every relation of `cell`.
    func linesHold(around cell: Int) -> Bool {
        policy.leastLineSum <= 0
            || part.relationsOfCell.entries(cell).allSatisfy { lineHolds(part.relationsOfCell.columns[$0]) }
    }

    /// What the unknown cells of a relation add up to, where they have one sign and one of them is sensitive.
    private func knownSum(_ relation: Int) -> Double? {
        var sign = 0.0
        var sum = 0.0
        var hasSensitive = false
        for term in part.relations.entries(relation) {
            let cell = part.relations.columns[term]
            guard withheld[cell] || part.isHidden[cell] else { continue }
            let coefficient = part.relations.coefficients[term]
            guard sign * coefficient >= 0 else { return nil }
            sign = coefficient
            sum += abs(coefficient) * part.values[cell]
            hasSensitive = hasSensitive || part.isSensitive[cell]
        }
        return hasSensitive ? sum : nil
    }

    /// Withholds the cheapest cells that let every relation hold.
    mutating func withholdForLines() {
        guard policy.leastLineSum > 0 else { return }
        for relation in 0..<part.relations.count {
            while !lineHolds(relation) {
                guard let cell = nextInLine(relation) else {
                    unprotectable += part.relations.entries(relation).map { part.relations.columns[$0] }
                        .filter { part.isSensitive[$0] }
                    break
                }
                withhold(cell)
            }
        }
    }

    /// The cheapest cell that is enough alone, or else the greatest.
    private func nextInLine(_ relation: Int) -> Int? {
        guard let sum = knownSum(relation) else { return nil }
        let terms = part.relations.entries(relation)
        let sign =
            terms.first { withheld[part.relations.columns[$0]] || part.isHidden[part.relations.columns[$0]] }
            .map { part.relations.coefficients[$0] } ?? 1
        let offered = terms.filter {
            part.mayBeWithheld[part.relations.columns[$0]] && !withheld[part.relations.columns[$0]]
        }
        let enough = offered.filter { term in
            let coefficient = part.relations.coefficients[term]
            return coefficient * sign < 0
                || sum + abs(coefficient) * part.values[part.relations.columns[term]] >= policy.leastLineSum
        }
        let cells = { (terms: [Int]) in terms.map { part.relations.columns[$0] } }
        return cells(enough).min { (part.costs[$0], $0) < (part.costs[$1], $1) }
            ?? cells(offered).max { (part.values[$0], -$0) < (part.values[$1], -$1) }
    }
}
