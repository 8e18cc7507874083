import LinearPrograms

/// Moves of all cells of a part at once, in which as many cells as can be move as far as they are wished to.
///
/// One such move speaks for many cells, where looking around each of them would take a search for each.
struct JointMoves {
    /// How far a cell should move: up above zero, down below.
    struct Wish {
        let cell: Int
        let amount: Double
    }

    /// What moving the cell that must be served counts for each unit, and any other cell at least and at most.
    private static let firstReward = 1000.0
    private static let rewards = 1.0...2.0

    private let part: LinkedCells
    private let neighbourhood: Neighbourhood
    private let bundles: Bundles
    /// The bundles that can move; each has four columns, near and far for up and for down.
    private let moving: [Int]
    private let columnOfBundle: [Int]
    private let placeOfCell: [Int]
    private let costs: [Double]
    private let program: LinearProgram

    /// Moves of the cells that readers don't know in `field`; those of `fixed` cells stay.
    init(_ part: LinkedCells, _ field: Field, fixed: Set<Int> = []) {
        self.part = part
        let latitude = { (cell: Int) in fixed.contains(cell) ? .none : MoveFinder.latitude(of: cell, in: part, field) }
        var neighbourhood = Neighbourhood(part)
        neighbourhood.gatherAll(in: part) { latitude($0).isSome }
        self.neighbourhood = neighbourhood
        let bundles = Bundles(neighbourhood, of: part, latitude: latitude)
        self.bundles = bundles
        moving = bundles.members.indices.filter { !bundles.members[$0].isEmpty }
        var columnOfBundle = [Int](repeating: -1, count: bundles.members.count)
        var placeOfCell = [Int](repeating: -1, count: part.count)
        for (place, cell) in neighbourhood.cells.enumerated() { placeOfCell[cell] = place }
        var matrix = SparseMatrix()
        var columns: [Column] = []
        var costs: [Double] = []
        for bundle in moving {
            columnOfBundle[bundle] = columns.count
            let cost = bundles.members[bundle].reduce(0) { sum, member in
                sum + MoveFinder.costOfMoving(neighbourhood.cells[member.place], in: part, field)
            }
            costs.append(cost)
            let latitude = bundles.latitudes[bundle]
            for (sign, most) in [(1.0, latitude.up), (-1, latitude.down)] {
                for bounds in [0...0, 0...most] {
                    columns.append(Column(bounds, cost: cost))
                    for entry in bundles.entries[bundle] { matrix.add(sign * entry.coefficient, row: entry.row) }
                    matrix.endColumn()
                }
            }
        }
        self.columnOfBundle = columnOfBundle
        self.placeOfCell = placeOfCell
        self.costs = costs
        program = LinearProgram(columns: columns, matrix: matrix, balancing: neighbourhood.relations.count)
    }

    /// A move that takes the cell of the first wish as far as it is wished to, or as far as it goes, and then as many of
    /// the others as it can; nil where nothing moves.
    func move(towards wishes: [Wish], turn: Int) -> Move? {
        var wanted: [Int: (up: (amount: Double, reward: Double), down: (amount: Double, reward: Double))] = [:]
        for (number, wish) in wishes.enumerated() {
            guard placeOfCell[wish.cell] >= 0, let own = bundles.bundle(with: placeOfCell[wish.cell]) else { continue }
            let reward = number == 0 ? Self.firstReward : Self.reward(of: wish.cell, turn: turn)
            let amount = wish.amount * own.sign
            var both = wanted[own.bundle] ?? ((0, 0), (0, 0))
            if amount > 0 {
                both.up = (max(both.up.amount, amount), max(both.up.reward, reward))
            } else {
                both.down = (max(both.down.amount, -amount), max(both.down.reward, reward))
            }
            wanted[own.bundle] = both
        }
        for (number, bundle) in moving.enumerated() {
            let column = columnOfBundle[bundle]
            let latitude = bundles.latitudes[bundle]
            let wish = wanted[bundle] ?? ((0, 0), (0, 0))
            set(column, wish.up, most: latitude.up, cost: costs[number])
            set(column + 2, wish.down, most: latitude.down, cost: costs[number])
        }
        guard program.minimise() == .solved else { return nil }
        let solution = program.solution
        let amounts = moving.map { bundle in
            let column = columnOfBundle[bundle]
            return (
                bundle: bundle,
                amount: solution[column] + solution[column + 1] - solution[column + 2] - solution[column + 3]
            )
        }
        return bundles.move(amounts, of: neighbourhood, in: part)
    }

    private func set(_ column: Int, _ wish: (amount: Double, reward: Double), most: Double, cost: Double) {
        let near = min(wish.amount, most)
        program.setBounds(column, 0...near)
        program.setCost(column, cost - wish.reward)
        program.setBounds(column + 1, 0...(most - near))
    }

    /// What a unit of a cell counts: another number for each cell and turn, spread evenly and the same everywhere, so that
    /// some are served whole rather than all in part.
    private static func reward(of cell: Int, turn: Int) -> Double {
        var hash = UInt64(truncatingIfNeeded: cell) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(truncatingIfNeeded: turn)
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return rewards.lowerBound + (rewards.upperBound - rewards.lowerBound) * Double(hash >> 11)
            / Double(1 << 53 as UInt64)
    }
}
