import LinearPrograms

/// Finds the cheapest way to move a cell by as much as is asked, with all relations kept.
final class MoveFinder {
    /// What one unit short of the amount costs: more than any move.
    private static let shortfall = 1e6
    /// What moving a cell that readers don't know anyway costs, beside its cost of withholding.
    private static let unknownCost = 0.001
    /// The same for a cell that is withheld only for others' sake, so that it may prove not to be needed.
    private static let secondaryShare = 0.01
    /// How many linear programs a search for whole numbers may take.
    private static let searchLimit = 60

    private let part: LinkedCells
    private let neighbourhood: Neighbourhood

    init(_ part: LinkedCells) {
        self.part = part
        neighbourhood = Neighbourhood(part)
    }

    /// Moves `cell` by `amount`, or as near to it as it can go; nil where it cannot move that way at all.
    func push(_ cell: Int, by amount: Double, in field: Field) -> Move? {
        let isUp = amount > 0
        let own = latitude(cell, field)
        let furthest = min(abs(amount), isUp ? own.up : own.down)
        guard furthest > Need.tolerance else { return nil }
        neighbourhood.gather(around: cell, reach: field.reach) { latitude($0, field).isSome }
        guard neighbourhood.placeOfCell[cell] >= 0 else { return nil }
        var steps = [Step(cell: cell, sign: isUp ? 1 : -1, column: Column(0...furthest, cost: -Self.shortfall))]
        for other in neighbourhood.cells where other != cell { addSteps(of: other, in: field, to: &steps) }
        let program = LinearProgram(columns: steps.map(\.column), rows: rows(steps))
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
    private func latitude(_ cell: Int, _ field: Field) -> Latitude {
        if cell == field.known { return .none }
        if field.withheld[cell] { return part.withheld[cell] }
        guard field.offersMore, part.mayBeWithheld[cell], cell != field.shown else { return part.shown[cell] }
        return part.withheld[cell].reaching(part.shown[cell])
    }

    private func addSteps(of cell: Int, in field: Field, to steps: inout [Step]) {
        let all = latitude(cell, field)
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

    private func rows(_ steps: [Step]) -> [Row] {
        var rowOfRelation: [Int: Int] = [:]
        rowOfRelation.reserveCapacity(neighbourhood.relations.count)
        for relation in neighbourhood.relations { rowOfRelation[relation] = rowOfRelation.count }
        var terms = [[Row.Term]](repeating: [], count: rowOfRelation.count)
        for (column, step) in steps.enumerated() {
            for entry in part.relationsOfCell.entries(step.cell) {
                guard let row = rowOfRelation[part.relationsOfCell.columns[entry]] else { continue }
                terms[row].append(Row.Term(column, step.sign * part.relationsOfCell.coefficients[entry]))
            }
        }
        return terms.map { Row($0, equals: 0) }
    }

    /// The move that a solution says; nil where rounding has spoilt a relation.
    private func move(_ steps: [Step], _ solution: [Double]) -> Move? {
        var amounts: [Int: Double] = [:]
        for (step, value) in zip(steps, solution) where abs(value) > Need.tolerance / 10 {
            amounts[step.cell, default: 0] += step.sign * value
        }
        var cells: [Int] = []
        var differences: [Double] = []
        for (cell, amount) in amounts.sorted(by: { $0.key < $1.key }) {
            let isWhole = part.isCount[cell] && abs(amount - amount.rounded()) < Need.tolerance
            let difference = isWhole ? amount.rounded() : amount
            guard abs(difference) > Need.tolerance / 10 else { continue }
            cells.append(cell)
            differences.append(difference)
        }
        let move = Move(cells: cells, amounts: differences)
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
