/// How a table that agrees with everything published differs from the true one: the cells that differ, in order, and
/// by how much.
struct Move: Sendable {
    let cells: [Int]
    let amounts: [Double]

    /// How much `cell` differs.
    func amount(at cell: Int) -> Double {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle] < cell { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low] == cell ? amounts[low] : 0
    }

    /// The same by whole numbers, at the counts that move by whole numbers but for rounding.
    func rounded(in part: LinkedCells) -> Move {
        let whole = zip(cells, amounts).map { cell, amount in
            part.isCount[cell] && abs(amount - amount.rounded()) < Need.tolerance ? amount.rounded() : amount
        }
        return Move(cells: cells, amounts: whole)
    }

    /// Whether it leaves every relation of `part` as it is.
    func keepsRelations(of part: LinkedCells) -> Bool {
        var sums: [Int: (sum: Double, size: Double)] = [:]
        for (cell, amount) in zip(cells, amounts) {
            for entry in part.relationsOfCell.entries(cell) {
                let term = part.relationsOfCell.coefficients[entry] * amount
                sums[part.relationsOfCell.columns[entry], default: (0, 0)].sum += term
                sums[part.relationsOfCell.columns[entry], default: (0, 0)].size += abs(term)
            }
        }
        return sums.values.allSatisfy { abs($0.sum) <= Need.tolerance * max(1, $0.size) }
    }
}
