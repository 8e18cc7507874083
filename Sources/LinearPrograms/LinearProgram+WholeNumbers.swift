extension LinearProgram {
    /// Minimises where each of `columns` is a whole number: depth first, the nearer whole number first, and no branch
    /// that cannot be better than what is found.
    ///
    /// Gives the best solution found, and `solved` where it is the least there is. After more than `limit` programs
    /// the search ends as `undecided`, with a solution or without. The bounds are as before afterwards.
    public func minimise(wholeNumbersIn columns: [Int], limit: Int) -> (outcome: Outcome, solution: [Double]?) {
        var search = WholeNumberSearch(self, columns, limit: limit)
        return search.run()
    }
}

/// Branch and bound over one linear program.
private struct WholeNumberSearch {
    /// How far from a whole number a solution may lie and still count as one.
    private static let tolerance = 1e-6

    private let program: LinearProgram
    private let columns: [Int]
    private let limit: Int
    private var solved = 0
    private var best: (total: Double, solution: [Double])?
    private var isCut = false

    init(_ program: LinearProgram, _ columns: [Int], limit: Int) {
        self.program = program
        self.columns = columns
        self.limit = limit
    }

    mutating func run() -> (outcome: Outcome, solution: [Double]?) {
        let first = program.minimise()
        guard first == .solved else { return (first, nil) }
        solved = 1
        branch()
        guard !isCut else { return (.undecided, best?.solution) }
        return (best == nil ? .impossible : .solved, best?.solution)
    }

    /// Goes on from the program's present solution.
    private mutating func branch() {
        let total = program.total
        if let best, total >= best.total - Self.tolerance { return }
        let solution = program.solution
        guard let column = columns.first(where: { abs(solution[$0] - solution[$0].rounded()) > Self.tolerance }) else {
            best = (total, solution)
            return
        }
        let bounds = program.bounds(column)
        let floor = solution[column].rounded(.down)
        let sides = [
            bounds.lowerBound...max(bounds.lowerBound, floor), min(bounds.upperBound, floor + 1)...bounds.upperBound,
        ]
        for side in solution[column] - floor <= 0.5 ? sides : sides.reversed() {
            guard solved < limit else {
                isCut = true
                break
            }
            program.setBounds(column, side)
            solved += 1
            switch program.minimise() {
            case .solved: branch()
            case .impossible: break
            case .unbounded, .undecided: isCut = true
            }
        }
        program.setBounds(column, bounds)
    }
}
