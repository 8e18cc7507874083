import Cells

/// Seeded random systems that are small enough to write down all their tables.
public enum SmallSystems {
    /// A table of two or three rows and columns with its totals, where readers know that no cell is above `most`; some
    /// cells may be frozen, hidden, or shown as an interval.
    public static func table(seed: UInt64, most: Int = 9, withOddities: Bool) -> CellSystem {
        var draws = SeededDraws(seed: seed)
        let rows = 2 + draws.number(below: 2)
        let columns = 2 + draws.number(below: 2)
        var values = [[Int]](repeating: [Int](repeating: 0, count: columns + 1), count: rows + 1)
        for row in 0..<rows {
            for column in 0..<columns {
                let value = draws.number(below: draws.number(below: 3) == 0 ? 3 : 7)
                for (row, column) in [(row, column), (rows, column), (row, columns), (rows, columns)] {
                    values[row][column] += value
                }
            }
        }
        var cells: [Cell] = []
        for row in 0...rows {
            for column in 0...columns {
                let value = values[row][column]
                let odd = withOddities ? draws.number(below: 20) : 20
                cells.append(
                    Cell(
                        "\(row)-\(column)", Double(value), kind: odd == 0 ? .frozen : odd == 1 ? .hidden : .cell,
                        isSensitive: odd <= 1 ? false : nil,
                        shown: odd == 2 && value > 0 ? Double(value - 1)...Double(value + 1) : nil,
                        mostKnown: Double(max(most, value))))
            }
        }
        func place(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }
        let across = (0...rows).map { row in
            Relation("row \(row)", total: place(row, columns), parts: (0..<columns).map { place(row, $0) })
        }
        let down = (0...columns).map { column in
            Relation("column \(column)", total: place(rows, column), parts: (0..<rows).map { place($0, column) })
        }
        return CellSystem(cells, across + down)
    }
}
