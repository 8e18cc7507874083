/// A sum in which some terms may be infinite, all of one sign.
struct OpenSum {
    private var finite = 0.0
    private var infinities = 0
    private var infinity = 0.0

    mutating func add(_ term: Double) {
        if term.isFinite {
            finite += term
        } else {
            infinities += 1
            infinity = term
        }
    }

    /// The sum of all terms but `term`.
    func without(_ term: Double) -> Double {
        switch (infinities, term.isFinite) {
        case (0, _): finite - term
        case (1, false): finite
        default: infinity
        }
    }
}
