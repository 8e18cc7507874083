/// Rows turned into the columns that the solver reads: for each column, the rows it is in and its coefficients there.
struct SparseMatrix {
    let starts: [Int32]
    let rows: [Int32]
    let coefficients: [Double]
    /// Whether all coefficients are one or minus one, so that scaling has nothing to gain.
    let isUniform: Bool

    init(_ source: [Row], columnCount: Int) {
        var starts = [Int32](repeating: 0, count: columnCount + 1)
        for row in source {
            for term in row.terms { starts[term.column + 1] += 1 }
        }
        for column in 0..<columnCount { starts[column + 1] += starts[column] }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(starts[columnCount]))
        var coefficients = [Double](repeating: 0, count: rows.count)
        for (place, row) in source.enumerated() {
            for term in row.terms {
                let slot = Int(next[term.column])
                rows[slot] = Int32(place)
                coefficients[slot] = term.coefficient
                next[term.column] += 1
            }
        }
        isUniform = coefficients.allSatisfy { abs($0) == 1 }
        self.starts = starts
        self.rows = rows
        self.coefficients = coefficients
    }
}
