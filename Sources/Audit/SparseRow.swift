/// A row over a prime field: its terms that are not zero, by column.
struct SparseRow {
    struct Term {
        let column: Int
        let value: UInt64
    }

    private(set) var terms: [Term]

    init(_ row: UnknownRow, _ field: PrimeField) {
        let scale = row.decimalScale
        terms = row.terms
            .map {
                Term(
                    column: $0.column,
                    value: field.element(scale == 1 ? $0.coefficient : ($0.coefficient * scale).rounded()))
            }
            .sorted { $0.column < $1.column }
    }

    /// The term at `column`; nil where it is zero.
    func value(_ column: Int) -> UInt64? {
        var (low, high) = (0, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if terms[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < terms.count && terms[low].column == column ? terms[low].value : nil
    }

    /// Adds `factor` times `other`; calls `came` and `went` with the columns that begin and cease to occur.
    mutating func add(
        _ factor: UInt64, _ other: SparseRow, _ field: PrimeField, came: (Int) -> Void, went: (Int) -> Void
    ) {
        var sum: [Term] = []
        sum.reserveCapacity(terms.count + other.terms.count)
        var (mine, theirs) = (0, 0)
        while mine < terms.count || theirs < other.terms.count {
            let left = mine < terms.count ? terms[mine].column : Int.max
            let right = theirs < other.terms.count ? other.terms[theirs].column : Int.max
            guard right <= left else {
                sum.append(terms[mine])
                mine += 1
                continue
            }
            let addend = field.product(factor, other.terms[theirs].value)
            theirs += 1
            guard left == right else {
                sum.append(Term(column: right, value: addend))
                came(right)
                continue
            }
            let value = field.sum(terms[mine].value, addend)
            mine += 1
            if value == 0 { went(left) } else { sum.append(Term(column: left, value: value)) }
        }
        terms = sum
    }
}
