import Cells

/// Rows of a sparse matrix, one after the other in memory.
struct Rows: Sendable {
    /// Where each row starts; one more than there are rows.
    let starts: [Int]
    let columns: [Int]
    let coefficients: [Double]

    var count: Int { starts.count - 1 }

    init(_ rows: [[Relation.Term]]) {
        var starts = [0]
        for row in rows { starts.append(starts[starts.count - 1] + row.count) }
        self.starts = starts
        columns = rows.flatMap { $0.map(\.cell) }
        coefficients = rows.flatMap { $0.map(\.coefficient) }
    }

    private init(starts: [Int], columns: [Int], coefficients: [Double]) {
        self.starts = starts
        self.columns = columns
        self.coefficients = coefficients
    }

    /// The places of a row's entries.
    func entries(_ row: Int) -> Range<Int> {
        starts[row]..<starts[row + 1]
    }

    /// The same matrix by columns, of which there are `count`.
    func transposed(count: Int) -> Rows {
        var starts = [Int](repeating: 0, count: count + 1)
        for column in columns { starts[column + 1] += 1 }
        for column in 0..<count { starts[column + 1] += starts[column] }
        var next = starts
        var places = [Int](repeating: 0, count: columns.count)
        var weights = [Double](repeating: 0, count: columns.count)
        for row in 0..<self.count {
            for entry in entries(row) {
                let slot = next[columns[entry]]
                places[slot] = row
                weights[slot] = coefficients[entry]
                next[columns[entry]] += 1
            }
        }
        return Rows(starts: starts, columns: places, coefficients: weights)
    }
}
