/// What the one person of a cell knows of the cells he is in, and of the parts of those: it is he or nobody.
///
/// Where a total is one, it and the part that is one are the same person, and the other parts are empty; learning that
/// from the other cell is learning about nobody else.
public struct OwnCase: Sendable {
    private let personOfCell: [Int: Int]
    private let cellsOfPerson: [Int: Set<Int>]

    /// The persons of `system`, each of whom is told apart by the cells he is alone in.
    public init(_ system: CellSystem) {
        var parts: [Int: [[Int]]] = [:]
        for relation in system.relations {
            guard let total = relation.total, system.cells[total].quantity == .count, system.cells[total].value <= 1
            else { continue }
            parts[total, default: []].append(relation.terms.map(\.cell).filter { $0 != total })
        }
        // From the totals down: a part that is one is the person of its total.
        var personOfCell: [Int: Int] = [:]
        var cellsOfPerson: [Int: Set<Int>] = [:]
        for (total, sums) in parts.sorted(by: { $0.key < $1.key }) where system.cells[total].value == 1 {
            let ones = [total] + sums.joined().filter { system.cells[$0].value == 1 }
            let known = Set(ones.compactMap { personOfCell[$0] })
            let person = known.min() ?? total
            var cells = known.reduce(into: Set(ones)) { $0.formUnion(cellsOfPerson[$1] ?? []) }
            var open = sums.flatMap(\.self).filter { system.cells[$0].value == 0 }
            while let cell = open.popLast() {
                guard cells.insert(cell).inserted else { continue }
                for more in parts[cell] ?? [] { open += more }
            }
            for other in known { cellsOfPerson[other] = nil }
            cellsOfPerson[person] = cells
            for cell in cells where system.cells[cell].value == 1 { personOfCell[cell] = person }
        }
        self.personOfCell = personOfCell
        self.cellsOfPerson = cellsOfPerson
    }

    /// Whether what is in `cell` is the own case of the one person of `insider`.
    public func covers(_ cell: Int, of insider: Int) -> Bool {
        if cell == insider { return true }
        return personOfCell[insider].flatMap { cellsOfPerson[$0]?.contains(cell) } ?? false
    }
}

extension Relation {
    /// The cell that is the sum of the others; nil where no cell is, or either of two.
    fileprivate var total: Int? {
        let (positive, negative) = (terms.filter { $0.coefficient == 1 }, terms.filter { $0.coefficient == -1 })
        guard positive.count + negative.count == terms.count, terms.count > 1 else { return nil }
        if positive.count == 1 { return positive[0].cell }
        return negative.count == 1 ? negative[0].cell : nil
    }
}
