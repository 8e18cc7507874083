import LinearPrograms

/// All tables that agree with what is public of one component, as a linear program.
///
/// A table it gives has been checked: it keeps within the bounds and its rows add up.
final class TableProgram {
    /// The table at which a weighted sum of columns is least.
    enum Least {
        case table([Double])
        /// The sum has no least value.
        case none
        /// The search among whole tables reached its limit.
        case undecided
    }

    private let part: UnknownPart
    private let program: LinearProgram
    private let wholeColumns: [Int]
    private var bounds: [ClosedRange<Double>]
    private var weighted: [Int] = []

    /// How far a row's sum may be off, in parts of its largest term.
    private static let slack = 1e-6
    /// How many linear programs one search among whole tables may take.
    private static let mostBranches = 3000

    init(_ part: UnknownPart) {
        self.part = part
        bounds = part.known
        wholeColumns = part.isWhole.indices.filter { part.isWhole[$0] }
        program = LinearProgram(
            columns: part.known.map { Column($0) },
            rows: part.rows.map { row in
                Row(row.terms.map { Row.Term($0.column, $0.coefficient) }, equals: row.total)
            })
    }

    /// Keeps `columns` at their true numbers while `body` runs.
    func fixing<Result>(
        _ columns: [Int], _ body: () throws(AuditFault) -> Result
    ) throws(AuditFault) -> Result {
        let before = bounds
        for column in columns {
            bounds[column] = part.truth[column]...part.truth[column]
            program.setBounds(column, bounds[column])
        }
        defer { keep(before) }
        return try body()
    }

    /// Keeps every column within its range, and within what it is kept within already, while `body` runs; both hold its
    /// true number.
    func keeping(within ranges: [ClosedRange<Double>], _ body: () throws(AuditFault) -> Void) throws(AuditFault) {
        let before = bounds
        keep(
            zip(before, ranges).map { old, new in
                max(old.lowerBound, new.lowerBound)...min(old.upperBound, new.upperBound)
            })
        defer { keep(before) }
        try body()
    }

    private func keep(_ ranges: [ClosedRange<Double>]) {
        bounds = ranges
        for (column, range) in ranges.enumerated() { program.setBounds(column, range) }
    }

    /// A table at which the weighted sum is least.
    func least(_ weights: [(column: Int, weight: Double)]) throws(AuditFault) -> Least {
        weigh(weights)
        var outcome = program.minimiseFromHere()
        if outcome == .impossible || outcome == .undecided { outcome = program.minimise() }
        switch outcome {
        case .solved: return .table(try checked(program.solution))
        case .unbounded: return .none
        case .impossible, .undecided: throw .unsolved
        }
    }

    /// A table whose counts are whole at which the weighted sum is least.
    func leastWhole(_ weights: [(column: Int, weight: Double)]) throws(AuditFault) -> Least {
        weigh(weights)
        let (outcome, solution) = program.minimise(wholeNumbersIn: wholeColumns, limit: Self.mostBranches)
        switch outcome {
        case .solved:
            guard let table = solution.flatMap(rounded) else { throw .unsolved }
            return .table(table)
        case .unbounded: return .none
        case .undecided: return .undecided
        case .impossible: throw .unsolved
        }
    }

    /// The same table with its counts made whole; nil where they are not.
    func rounded(_ table: [Double]) -> [Double]? {
        var whole = table
        for column in wholeColumns {
            whole[column] = table[column].rounded()
            guard (whole[column] - table[column]).magnitude <= Self.slack else { return nil }
        }
        return agrees(whole) ? whole : nil
    }

    private func weigh(_ weights: [(column: Int, weight: Double)]) {
        for column in weighted { program.setCost(column, 0) }
        for (column, weight) in weights { program.setCost(column, weight) }
        weighted = weights.map(\.column)
    }

    /// The solution without the solver's slack at its bounds.
    private func checked(_ solution: [Double]) throws(AuditFault) -> [Double] {
        let table = zip(solution, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
        guard agrees(table) else { throw .unsolved }
        return table
    }

    private func agrees(_ table: [Double]) -> Bool {
        let isWithin = zip(table, bounds).allSatisfy { value, range in
            let slack = Self.slack * max(1, value.magnitude)
            return range.lowerBound - slack <= value && value <= range.upperBound + slack
        }
        return isWithin
            && part.rows.allSatisfy { row in
                var (sum, largest) = (-row.total, max(1, row.total.magnitude))
                for term in row.terms {
                    let product = term.coefficient * table[term.column]
                    sum += product
                    largest = max(largest, product.magnitude)
                }
                return sum.magnitude <= Self.slack * largest
            }
    }
}
