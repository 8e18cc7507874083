/// The attack by bounds: whatever a row leaves for a column once all its other columns are at their least or most.
struct BoundPropagation {
    /// What each column can be.
    private(set) var bounds: [ClosedRange<Double>]
    private let part: UnknownPart
    private let roundsCounts: Bool
    private let rowsOfColumn: [[Int]]

    /// How often a row is looked at again at most; bounds on numbers that are not whole may creep for ever.
    private static let mostLooks = 40

    /// Counts are rounded to whole numbers where `roundsCounts`.
    init(_ part: UnknownPart, roundsCounts: Bool) {
        self.part = part
        self.roundsCounts = roundsCounts
        bounds = part.known
        var rowsOfColumn: [[Int]] = Array(repeating: [], count: part.cells.count)
        for (place, row) in part.rows.enumerated() {
            for term in row.terms { rowsOfColumn[term.column].append(place) }
        }
        self.rowsOfColumn = rowsOfColumn
        for column in bounds.indices { _ = narrow(column, bounds[column]) }
        propagate()
    }

    private mutating func propagate() {
        var looks = Array(repeating: 0, count: part.rows.count)
        var waits = Array(repeating: true, count: part.rows.count)
        var queue = Array(part.rows.indices)
        var head = 0
        while head < queue.count {
            let place = queue[head]
            head += 1
            waits[place] = false
            looks[place] += 1
            for column in tighten(part.rows[place]) {
                for other in rowsOfColumn[column] where !waits[other] && looks[other] < Self.mostLooks {
                    waits[other] = true
                    queue.append(other)
                }
            }
        }
    }

    /// Narrows the columns of `row`; gives those that became notably narrower.
    private mutating func tighten(_ row: UnknownRow) -> [Int] {
        var (least, most) = (OpenSum(), OpenSum())
        for term in row.terms {
            let (low, high) = ends(term)
            least.add(low)
            most.add(high)
        }
        var changed: [Int] = []
        for term in row.terms {
            let (low, high) = ends(term)
            let left = (row.total - most.without(high), row.total - least.without(low))
            let (first, last) = (left.0 / term.coefficient, left.1 / term.coefficient)
            guard !first.isNaN, !last.isNaN else { continue }
            if narrow(term.column, min(first, last)...max(first, last)) { changed.append(term.column) }
        }
        return changed
    }

    /// The least and most that a term can add to its row.
    private func ends(_ term: UnknownRow.Term) -> (Double, Double) {
        let range = bounds[term.column]
        return term.coefficient > 0
            ? (term.coefficient * range.lowerBound, term.coefficient * range.upperBound)
            : (term.coefficient * range.upperBound, term.coefficient * range.lowerBound)
    }

    /// Cuts a column's bounds to `range`, never past the true value; says whether that made a notable difference.
    private mutating func narrow(_ column: Int, _ range: ClosedRange<Double>) -> Bool {
        let (old, truth) = (bounds[column], part.truth[column])
        var (low, high) = (max(old.lowerBound, range.lowerBound), min(old.upperBound, range.upperBound))
        if roundsCounts, part.isWhole[column] {
            let slack = 1e-6
            (low, high) = ((low - slack).rounded(.up), (high + slack).rounded(.down))
        }
        (low, high) = (min(low, truth), max(high, truth))
        bounds[column] = low...high
        return low > old.lowerBound + 1e-3 || high < old.upperBound - 1e-3
    }
}
