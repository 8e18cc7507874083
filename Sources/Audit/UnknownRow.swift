/// A relation between unknown cells: Σ coefficient × column = total, which is public.
struct UnknownRow: Sendable {
    struct Term: Sendable {
        let column: Int
        let coefficient: Double

        init(_ column: Int, _ coefficient: Double) {
            self.column = column
            self.coefficient = coefficient
        }
    }

    let terms: [Term]
    let total: Double

    /// The row that holds for the true values, `truth`.
    init(_ terms: [Term], truth: (Int) -> Double) {
        self.terms = terms
        total = terms.reduce(0) { $0 + $1.coefficient * truth($1.column) }
    }

    /// Whether all cells stand on the same side, so that a reader can add them up.
    var isSum: Bool { terms.allSatisfy { ($0.coefficient > 0) == (terms[0].coefficient > 0) } }

    /// The power of ten that makes all coefficients whole; 1 where no small one does, and the coefficients are then
    /// taken as the binary numbers they are.
    var decimalScale: Double {
        let scales: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
        return scales.first { scale in
            terms.allSatisfy {
                ($0.coefficient * scale).rounded() / scale == $0.coefficient
                    && ($0.coefficient * scale).magnitude < 0x1p53
            }
        } ?? 1
    }
}
