import LinearPrograms

/// Finds the cheapest way to move a cell by as much as is asked, with all relations kept.
struct MoveFinder {
    /// What one unit short of the amount costs: more than any move.
    private static let shortfall = 1e6
    /// What moving a cell that readers don't know anyway costs, beside its cost of withholding.
    private static let unknownCost = 0.001
    /// The same for a cell that is withheld only for others' sake, so that it may prove not to be needed.
    private static let secondaryShare = 0.01
    /// How many linear programs a search for whole numbers may take.
    private static let searchLimit = 60

    private let part: LinkedCells
    private var neighbourhood: Neighbourhood

    init(_ part: LinkedCells) {
        self.part = part
        neighbourhood = Neighbourhood(part)
    }

    /// Moves `cell` by `amount`, or as near to it as it can go; nil where it cannot move that way at all.
    mutating func push(_ cell: Int, by amount: Double, in field: Field) -> Move? {
        let isUp = amount > 0
        let own = Self.latitude(of: cell, in: part, field)
        let furthest = min(abs(amount), isUp ? own.up : own.down)
        guard furthest > Need.tolerance else { return nil }
        let part = part
        let latitude = { (other: Int) in Self.latitude(of: other, in: part, field) }
        switch field.extent {
        case .all: neighbourhood.gather(in: part, around: cell, reach: Int.max) { latitude($0).isSome }
        case .cells(let reach): neighbourhood.gather(in: part, around: cell, reach: reach) { latitude($0).isSome }
        case .block(let mates):
            neighbourhood.gatherBlock(in: part, around: cell, mates: mates) { other in
                guard latitude(other).isSome else { return nil }
                return field.withheld[other] || part.isHidden[other] ? 0 : part.costs[other]
            }
        }
        guard neighbourhood.holds(cell) else { return nil }
        var steps = [Step(cell: cell, sign: isUp ? 1 : -1, column: Column(0...furthest, cost: -Self.shortfall))]
        for other in neighbourhood.cells where other != cell { addSteps(of: other, in: field, to: &steps) }
        let program = LinearProgram(
            columns: steps.map(\.column), matrix: matrix(steps), balancing: neighbourhood.relations.count)
        guard program.minimise() == .solved else { return nil }
        let solution = program.solution
        let wholeColumns = steps.indices.filter { part.isCount[steps[$0].cell] }
        if wholeColumns.allSatisfy({ abs(solution[$0] - solution[$0].rounded()) < Need.tolerance }) {
            return move(steps, solution)
        }
        let whole = program.minimise(wholeNumbersIn: wholeColumns, limit: Self.searchLimit).solution
            .flatMap { move(steps, $0) }
        if field.wholeNumbers { return whole }
        let real = move(steps, solution)
        guard let whole, let real else { return whole ?? real }
        return abs(whole.amount(at: cell)) >= abs(real.amount(at: cell)) - Need.tolerance ? whole : real
    }

    /// One way for a cell to move, up or down, within a bound and at a cost.
    private struct Step {
        let cell: Int
        let sign: Double
        let column: Column
    }

    /// How far `cell` may move at all.
    private static func latitude(of cell: Int, in part: LinkedCells, _ field: Field) -> Latitude {
        if cell == field.known { return .none }
        if field.withheld[cell] { return part.withheld[cell] }
        guard field.offersMore, part.mayBeWithheld[cell], cell != field.shown else { return part.shown[cell] }
        return part.withheld[cell].reaching(part.shown[cell])
    }

    private func addSteps(of cell: Int, in field: Field, to steps: inout [Step]) {
        let all = Self.latitude(of: cell, in: part, field)
        let isUnknown = field.withheld[cell] || part.isHidden[cell]
        let free = isUnknown ? all : part.shown[cell]
        let freeCost =
            field.withheld[cell] && !part.isSensitive[cell]
            ? Self.secondaryShare * part.costs[cell] : Self.unknownCost
        for (sign, free, all) in [(1.0, free.up, all.up), (-1, free.down, all.down)] {
            if free > 0 { steps.append(Step(cell: cell, sign: sign, column: Column(0...free, cost: freeCost))) }
            if all > free {
                steps.append(Step(cell: cell, sign: sign, column: Column(0...(all - free), cost: part.costs[cell])))
            }
        }
    }

    private func matrix(_ steps: [Step]) -> SparseMatrix {
        var matrix = SparseMatrix()
        for step in steps {
            for entry in part.relationsOfCell.entries(step.cell) {
                let row = neighbourhood.placeOfRelation[part.relationsOfCell.columns[entry]]
                if row >= 0 { matrix.add(step.sign * part.relationsOfCell.coefficients[entry], row: row) }
            }
            matrix.endColumn()
        }
        return matrix
    }

    /// The move that a solution says; nil where rounding has spoilt a relation.
    private func move(_ steps: [Step], _ solution: [Double]) -> Move? {
        var moved: [(cell: Int, amount: Double)] = []
        for (step, value) in zip(steps, solution) where abs(value) > Need.tolerance / 10 {
            if let last = moved.last, last.cell == step.cell {
                moved[moved.count - 1].amount += step.sign * value
            } else {
                moved.append((step.cell, step.sign * value))
            }
        }
        for place in moved.indices {
            let amount = moved[place].amount
            let isWhole = part.isCount[moved[place].cell] && abs(amount - amount.rounded()) < Need.tolerance
            moved[place].amount = isWhole ? amount.rounded() : amount
        }
        moved.removeAll { abs($0.amount) <= Need.tolerance / 10 }
        moved.sort { $0.cell < $1.cell }
        let move = Move(cells: moved.map(\.cell), amounts: moved.map(\.amount))
        return keepsRelations(move) ? move : nil
    }

    private func keepsRelations(_ move: Move) -> Bool {
        var sums: [Int: (sum: Double, size: Double)] = [:]
        for (cell, amount) in zip(move.cells, move.amounts) {
            for entry in part.relationsOfCell.entries(cell) {
                let term = part.relationsOfCell.coefficients[entry] * amount
                sums[part.relationsOfCell.columns[entry], default: (0, 0)].sum += term
                sums[part.relationsOfCell.columns[entry], default: (0, 0)].size += abs(term)
            }
        }
        return sums.values.allSatisfy { abs($0.sum) <= Need.tolerance * max(1, $0.size) }
    }
}
