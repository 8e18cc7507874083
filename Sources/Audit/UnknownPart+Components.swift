extension UnknownPart {
    private init(_ whole: UnknownPart, columns: [Int], bounds: [ClosedRange<Double>], rows: [UnknownRow]) {
        cells = columns.map { whole.cells[$0] }
        known = columns.map { bounds[$0] }
        truth = columns.map { whole.truth[$0] }
        isWhole = columns.map { whole.isWhole[$0] }
        isSensitive = columns.map { whole.isSensitive[$0] }
        limits = columns.map { whole.limits[$0] }
        widths = columns.map { whole.widths[$0] }
        self.rows = rows
        ownCase = whole.ownCase
    }

    /// The parts that no row connects, once columns that `bounds` leave one value have been moved to the right; in the
    /// order of their first columns.
    func components(within bounds: [ClosedRange<Double>]) -> [UnknownPart] {
        let isOpen = bounds.map { $0.upperBound - $0.lowerBound > 1e-9 }
        var links = Links(cells.count)
        let open = rows.map { row in row.terms.filter { isOpen[$0.column] } }
        for terms in open {
            for (left, right) in zip(terms, terms.dropFirst()) { links.join(left.column, right.column) }
        }
        var group: [Int: Int] = [:]
        var (columns, groupRows): ([[Int]], [[UnknownRow]]) = ([], [])
        var place = Array(repeating: 0, count: cells.count)
        for column in cells.indices where isOpen[column] {
            let root = links.root(column)
            let own = group[root] ?? columns.count
            if own == columns.count {
                group[root] = own
                columns.append([])
                groupRows.append([])
            }
            place[column] = columns[own].count
            columns[own].append(column)
        }
        for terms in open {
            guard let first = terms.first, let own = group[links.root(first.column)] else { continue }
            let local = terms.map { UnknownRow.Term(place[$0.column], $0.coefficient) }
            groupRows[own].append(UnknownRow(local) { truth[columns[own][$0]] })
        }
        return zip(columns, groupRows).map { UnknownPart(self, columns: $0, bounds: bounds, rows: $1) }
    }
}
