/// The numbers of one case, known to be there and within what their columns may hold.
struct MethodCase {
    private let rows: [[String: Double]]

    /// Checks `rows` against the columns of `method`.
    init(_ rows: [[String: Double]], of method: Method) throws(MethodFault) {
        var rows = rows
        guard let first = rows.first, rows.count == 1 || method.isGrouped else {
            throw MethodFault(row: 1, column: "case", rule: "a case of this method is one row")
        }
        for column in method.inputs {
            for row in rows.indices {
                if column.scope == .wholeCase, row > 0, rows[row][column.name] == nil {
                    rows[row][column.name] = first[column.name]
                }
                guard let number = rows[row][column.name] else {
                    if column.isOptional { continue }
                    throw MethodFault(row: row, column: column.name, rule: "a number must be here")
                }
                if let rule = column.domain.rule(brokenBy: number) {
                    throw MethodFault(row: row, column: column.name, rule: rule)
                }
                if column.scope == .wholeCase, number != first[column.name] {
                    throw MethodFault(row: row, column: column.name, rule: "it must be the same in the whole case")
                }
            }
        }
        self.rows = rows
    }

    /// Where the rows stand, from 0.
    var indices: Range<Int> { rows.indices }

    /// The number of a column that must be filled in; of the first row unless another is asked for.
    subscript(_ column: String, row row: Int = 0) -> Double {
        guard let number = rows[row][column] else { preconditionFailure("column '\(column)' was not declared") }
        return number
    }

    /// The number of a column that may be left empty.
    func optional(_ column: String, row: Int) -> Double? { rows[row][column] }

    /// A column of whole numbers as such.
    func whole(_ column: String, row: Int = 0) -> Int { Int(self[column, row: row]) }
}
