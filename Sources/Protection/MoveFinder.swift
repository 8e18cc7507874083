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

    /// How many cells a block grows to in search of partners.
    private static let most = 4000

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
        case .block(let mates), .closedBlock(let mates):
            let most = if case .closedBlock = field.extent { Self.most } else { 0 }
            neighbourhood.gatherBlock(in: part, around: cell, mates: mates, most: most) { other in
                guard latitude(other).isSome else { return nil }
                return field.withheld[other] || part.isHidden[other] ? 0 : part.costs[other]
            }
        }
        guard neighbourhood.holds(cell) else { return nil }
        let bundles = Bundles(neighbourhood, of: part, latitude: latitude)
        guard let target = bundles.bundle(with: 0) else { return nil }
        let ahead = isUp == (target.sign > 0) ? 1.0 : -1
        let room = ahead > 0 ? bundles.latitudes[target.bundle].up : bundles.latitudes[target.bundle].down
        let reach = min(abs(amount), room)
        guard reach > Need.tolerance else { return nil }
        var steps = [Step(bundle: target.bundle, sign: ahead, column: Column(0...reach, cost: -Self.shortfall))]
        for bundle in bundles.members.indices where bundle != target.bundle {
            addSteps(of: bundle, in: bundles, field, to: &steps)
        }
        let program = program(steps, bundles)
        guard program.minimise() == .solved else { return nil }
        let solution = program.solution
        guard !isWhole(steps, solution, bundles) else { return move(steps, solution, bundles) }
        let real = move(steps, solution, bundles)
        if let whole = wholeMove(along: steps, solution, bundles),
            abs(whole.amount(at: cell)) >= abs(real?.amount(at: cell) ?? 0) - Need.tolerance
        {
            return whole
        }
        guard field.wholeNumbers else { return real }
        return program.minimise(wholeNumbersIn: wholeColumns(steps, bundles), limit: Self.searchLimit).solution
            .flatMap { move(steps, $0, bundles) }
    }

    /// The cheapest move by whole numbers of the bundles that a solution moves by fractions, which are few.
    private func wholeMove(along steps: [Step], _ solution: [Double], _ bundles: Bundles) -> Move? {
        let moving = zip(steps, solution).filter { $0.1 > Need.tolerance / 10 }.map(\.0)
        return program(moving, bundles)
            .minimise(wholeNumbersIn: wholeColumns(moving, bundles), limit: Self.searchLimit).solution
            .flatMap { move(moving, $0, bundles) }
    }

    private func program(_ steps: [Step], _ bundles: Bundles) -> LinearProgram {
        LinearProgram(
            columns: steps.map(\.column), matrix: matrix(steps, bundles), balancing: neighbourhood.relations.count)
    }

    /// The steps that must be whole numbers.
    private func wholeColumns(_ steps: [Step], _ bundles: Bundles) -> [Int] {
        steps.indices.filter { step in
            bundles.members[steps[step].bundle].contains { part.isCount[neighbourhood.cells[$0.place]] }
        }
    }

    private func isWhole(_ steps: [Step], _ solution: [Double], _ bundles: Bundles) -> Bool {
        wholeColumns(steps, bundles).allSatisfy { abs(solution[$0] - solution[$0].rounded()) < Need.tolerance }
    }

    /// One way for a bundle to move, up or down, within a bound and at a cost.
    private struct Step {
        let bundle: Int
        let sign: Double
        let column: Column
    }

    /// How far `cell` may move at all.
    static func latitude(of cell: Int, in part: LinkedCells, _ field: Field) -> Latitude {
        if cell == field.known { return .none }
        if field.withheld[cell] { return part.withheld[cell] }
        guard field.offersMore, part.mayBeWithheld[cell], cell != field.shown else { return part.shown[cell] }
        return part.withheld[cell].reaching(part.shown[cell])
    }

    /// What moving a cell that readers don't know costs for each unit.
    static func costOfMoving(_ cell: Int, in part: LinkedCells, _ field: Field) -> Double {
        let isSecondary = field.withheld[cell] && !part.isSensitive[cell]
        return isSecondary ? secondaryShare * part.costs[cell] : unknownCost
    }

    /// The ways in which a bundle may move, each dearer than the one before: as far as all of its cells go freely, and
    /// further where more of them must be withheld.
    private func addSteps(of bundle: Int, in bundles: Bundles, _ field: Field, to steps: inout [Step]) {
        let latitude = bundles.latitudes[bundle]
        for (sign, most) in [(1.0, latitude.up), (-1, latitude.down)] where most > 0 {
            var cost = 0.0
            var dearer: [(from: Double, cost: Double)] = []
            for member in bundles.members[bundle] {
                let cell = neighbourhood.cells[member.place]
                let isUnknown = field.withheld[cell] || part.isHidden[cell]
                if isUnknown {
                    cost += Self.costOfMoving(cell, in: part, field)
                    continue
                }
                let free = sign * member.sign > 0 ? part.shown[cell].up : part.shown[cell].down
                if free > 0 { cost += Self.unknownCost }
                if free < most { dearer.append((free, part.costs[cell] - (free > 0 ? Self.unknownCost : 0))) }
            }
            var start = 0.0
            for next in dearer.sorted(by: { ($0.from, $0.cost) < ($1.from, $1.cost) }) {
                if next.from > start {
                    steps.append(Step(bundle: bundle, sign: sign, column: Column(0...(next.from - start), cost: cost)))
                    start = next.from
                }
                cost += next.cost
            }
            steps.append(Step(bundle: bundle, sign: sign, column: Column(0...(most - start), cost: cost)))
        }
    }

    private func matrix(_ steps: [Step], _ bundles: Bundles) -> SparseMatrix {
        var matrix = SparseMatrix()
        for step in steps {
            for entry in bundles.entries[step.bundle] { matrix.add(step.sign * entry.coefficient, row: entry.row) }
            matrix.endColumn()
        }
        return matrix
    }

    /// The move that a solution says; nil where rounding has spoilt a relation.
    private func move(_ steps: [Step], _ solution: [Double], _ bundles: Bundles) -> Move? {
        var amounts: [(bundle: Int, amount: Double)] = []
        var place = 0
        while place < steps.count {
            let bundle = steps[place].bundle
            var amount = 0.0
            while place < steps.count, steps[place].bundle == bundle {
                amount += steps[place].sign * solution[place]
                place += 1
            }
            amounts.append((bundle, amount))
        }
        return bundles.move(amounts, of: neighbourhood, in: part)
    }
}
