import CClp

/// A linear program that is solved again and again with other costs and bounds: minimise Σ cost × column, where each
/// column and each row's sum keep within their bounds.
///
/// This is the only door to Clp, COIN-OR's linear program solver. Each solution starts where the last one ended. The
/// same sequence of calls gives the same solutions: no clock and no shared state takes part. A program belongs to one
/// task at a time.
public final class LinearProgram {
    private let model: UnsafeMutableRawPointer
    private let columnCount: Int
    private let lower: UnsafeMutablePointer<Double>
    private let upper: UnsafeMutablePointer<Double>
    private let cost: UnsafeMutablePointer<Double>

    /// A program with these columns and rows; `rows` name columns by their places.
    public convenience init(columns: [Column], rows: [Row]) {
        self.init(
            columns: columns, matrix: SparseMatrix(rows, columnCount: columns.count),
            lower: rows.map { Self.bound($0.lower) }, upper: rows.map { Self.bound($0.upper) })
    }

    /// A program whose `rowCount` rows all have the sum zero; `matrix` has one column for each of `columns`.
    public convenience init(columns: [Column], matrix: SparseMatrix, balancing rowCount: Int) {
        let zeros = [Double](repeating: 0, count: rowCount)
        self.init(columns: columns, matrix: matrix, lower: zeros, upper: zeros)
    }

    private init(columns: [Column], matrix: SparseMatrix, lower: [Double], upper: [Double]) {
        precondition(matrix.columnCount == columns.count, "one column of the matrix for each column")
        guard let model = Clp_newModel() else { preconditionFailure("out of memory") }
        self.model = model
        columnCount = columns.count
        Clp_setLogLevel(model, 0)
        Clp_loadProblem(
            model, Int32(columns.count), Int32(lower.count), matrix.starts, matrix.rows, matrix.coefficients,
            columns.map { Self.bound($0.lower) }, columns.map { Self.bound($0.upper) }, columns.map(\.cost),
            lower, upper)
        Clp_scaling(model, matrix.isUniform ? 0 : 3)
        Clp_setMaximumIterations(model, 1_000_000)
        self.lower = Clp_columnLower(model)
        self.upper = Clp_columnUpper(model)
        cost = Clp_objective(model)
    }

    deinit {
        Clp_deleteModel(model)
    }

    /// What the solver cannot tell from no bound at all is no bound.
    private static func bound(_ value: Double) -> Double {
        min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }

    /// Keeps `column` within `bounds` from now on.
    public func setBounds(_ column: Int, _ bounds: ClosedRange<Double>) {
        precondition(column < columnCount, "no such column")
        lower[column] = Self.bound(bounds.lowerBound)
        upper[column] = Self.bound(bounds.upperBound)
    }

    /// Counts `column` in what is minimised with this cost from now on.
    public func setCost(_ column: Int, _ value: Double) {
        precondition(column < columnCount, "no such column")
        cost[column] = value
    }

    /// The bounds that `column` keeps within.
    func bounds(_ column: Int) -> ClosedRange<Double> {
        lower[column]...upper[column]
    }

    /// Minimises with the dual simplex method, which is quick where bounds have changed or all costs are positive.
    public func minimise() -> Outcome {
        Clp_dual(model, 0)
        return outcome
    }

    /// Minimises with the primal simplex method, which is quick where only costs have changed.
    public func minimiseFromHere() -> Outcome {
        Clp_primal(model, 0)
        return outcome
    }

    /// Minimises `column` alone, whatever the costs, and gives its least value; nil where there is none.
    public func least(_ column: Int) -> Double? {
        extreme(column, 1)
    }

    /// Maximises `column` alone, whatever the costs, and gives its greatest value; nil where there is none.
    public func greatest(_ column: Int) -> Double? {
        extreme(column, -1)
    }

    private func extreme(_ column: Int, _ sign: Double) -> Double? {
        let saved = (0..<columnCount).map { cost[$0] }
        defer {
            for column in 0..<columnCount { cost[column] = saved[column] }
        }
        for other in 0..<columnCount { cost[other] = 0 }
        cost[column] = sign
        return minimiseFromHere() == .solved ? value(column) : nil
    }

    /// The value of `column` in the last solution.
    public func value(_ column: Int) -> Double {
        precondition(column < columnCount, "no such column")
        return Clp_primalColumnSolution(model)[column]
    }

    /// The last solution: a value for each column.
    public var solution: [Double] {
        Array(UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: columnCount))
    }

    /// What is minimised, in the last solution.
    public var total: Double {
        Clp_objectiveValue(model)
    }

    private var outcome: Outcome {
        switch Clp_status(model) {
        case 0: .solved
        case 1: .impossible
        case 2: .unbounded
        default: .undecided
        }
    }
}
