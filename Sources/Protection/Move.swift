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
}
