/// Gaussian elimination of sparse rows, the cheapest pivot first: a column in one row only, which costs nothing, else the
/// shortest row and its rarest column.
struct Elimination {
    private let field: PrimeField
    private var rows: [SparseRow]
    private var isActive: [Bool]
    /// The rows in which a column occurs, or occurred.
    private var rowsOfColumn: [[Int]]
    /// In how many active rows a column occurs.
    private var uses: [Int]
    /// Columns that came to occur in one active row; some may have changed since.
    private var singles: [Int]
    /// Active rows by length; some may have changed since.
    private var rowsOfLength: [[Int]] = []

    init(_ rows: [SparseRow], columns: Int, _ field: PrimeField) {
        self.field = field
        self.rows = rows
        isActive = rows.map { !$0.terms.isEmpty }
        rowsOfColumn = Array(repeating: [], count: columns)
        for (place, row) in rows.enumerated() {
            for term in row.terms { rowsOfColumn[term.column].append(place) }
        }
        uses = rowsOfColumn.map(\.count)
        singles = []
        singles = uses.indices.filter { uses[$0] == 1 }
        for place in rows.indices { file(place) }
    }

    /// The next column and the row that gives it; nil when no active row is left.
    mutating func next() -> (column: Int, row: SparseRow)? {
        while let column = singles.popLast() {
            guard uses[column] == 1, let place = rowsOfColumn[column].first(where: { occurs(column, in: $0) }) else {
                continue
            }
            return take(column, place)
        }
        guard let place = shortestRow() else { return nil }
        guard let column = rows[place].terms.map(\.column).min(by: { (uses[$0], $0) < (uses[$1], $1) }) else {
            preconditionFailure("an active row has terms")
        }
        return take(column, place)
    }

    /// Makes a row the pivot of `column` and clears the column from all other active rows.
    private mutating func take(_ column: Int, _ place: Int) -> (column: Int, row: SparseRow) {
        let pivot = rows[place]
        isActive[place] = false
        for term in pivot.terms { use(term.column, -1) }
        guard uses[column] > 0, let own = pivot.value(column) else { return (column, pivot) }
        let inverse = field.negated(field.inverse(own))
        for other in rowsOfColumn[column] where isActive[other] {
            guard let value = rows[other].value(column) else { continue }
            var (came, went): ([Int], [Int]) = ([], [])
            rows[other].add(
                field.product(value, inverse), pivot, field, came: { came.append($0) }, went: { went.append($0) })
            for column in came {
                rowsOfColumn[column].append(other)
                use(column, 1)
            }
            for column in went { use(column, -1) }
            if rows[other].terms.isEmpty { isActive[other] = false } else { file(other) }
        }
        return (column, pivot)
    }

    private func occurs(_ column: Int, in place: Int) -> Bool {
        isActive[place] && rows[place].value(column) != nil
    }

    private mutating func use(_ column: Int, _ change: Int) {
        uses[column] += change
        if uses[column] == 1 { singles.append(column) }
    }

    /// Notes an active row's length.
    private mutating func file(_ place: Int) {
        let length = rows[place].terms.count
        while rowsOfLength.count <= length { rowsOfLength.append([]) }
        rowsOfLength[length].append(place)
    }

    private mutating func shortestRow() -> Int? {
        for length in rowsOfLength.indices {
            while let place = rowsOfLength[length].popLast() {
                if isActive[place], rows[place].terms.count == length { return place }
            }
        }
        return nil
    }
}
