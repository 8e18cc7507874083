/// A matrix as the solver reads it: for each column, the rows it is in and its coefficients there.
public struct SparseMatrix: Sendable {
    private(set) var starts: [Int32] = [0]
    private(set) var rows: [Int32] = []
    private(set) var coefficients: [Double] = []
    /// Whether all coefficients are one or minus one, so that scaling has nothing to gain.
    private(set) var isUniform = true

    var columnCount: Int { starts.count - 1 }

    /// A matrix of no columns.
    public init() {}

    /// Adds a coefficient to the column that is being made; a row occurs once at most in a column.
    public mutating func add(_ coefficient: Double, row: Int) {
        rows.append(Int32(row))
        coefficients.append(coefficient)
        if abs(coefficient) != 1 { isUniform = false }
    }

    /// Ends the column that is being made.
    public mutating func endColumn() {
        starts.append(Int32(rows.count))
    }

    init(_ source: [Row], columnCount: Int) {
        var columns = [[(row: Int, coefficient: Double)]](repeating: [], count: columnCount)
        for (row, it) in source.enumerated() {
            for term in it.terms { columns[term.column].append((row, term.coefficient)) }
        }
        for column in columns {
            for entry in column { add(entry.coefficient, row: entry.row) }
            endColumn()
        }
    }
}
