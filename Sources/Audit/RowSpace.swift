/// The rows of a system in echelon form over a prime field, and random tables of differences that satisfy them.
///
/// A column is determined by the rows exactly when every table of differences (every solution of the rows with all
/// totals zero) has a zero there. One random such table decides it: a column that is not determined comes out zero with a
/// chance of one in 2⁶¹.
struct RowSpace {
    /// A row that gives one column in terms of columns that are free or given by later rows.
    private struct Pivot {
        let column: Int
        let row: SparseRow
    }

    private let field: PrimeField
    private let columns: Int
    private var pivots: [Pivot] = []

    init(_ rows: [UnknownRow], columns: Int, _ field: PrimeField) {
        self.field = field
        self.columns = columns
        var elimination = Elimination(rows.map { SparseRow($0, field) }, columns: columns, field)
        while let (column, row) = elimination.next() { pivots.append(Pivot(column: column, row: row)) }
    }

    /// A random table of differences that changes no row's total.
    func randomDifference(seed: UInt64) -> [UInt64] {
        var random = RandomBits(seed: seed)
        var table = (0..<columns).map { _ in random.next() % field.modulus }
        for pivot in pivots.reversed() {
            var (sum, own): (UInt64, UInt64) = (0, 0)
            for term in pivot.row.terms {
                if term.column == pivot.column {
                    own = term.value
                } else {
                    sum = field.sum(sum, field.product(term.value, table[term.column]))
                }
            }
            table[pivot.column] = field.product(field.negated(sum), field.inverse(own))
        }
        return table
    }
}
