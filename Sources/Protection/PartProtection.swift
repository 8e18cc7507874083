import Cells

/// The protection of one part of a system, while it is worked out: what is withheld, and the moves that show it enough.
struct PartProtection {
    /// Two moves that speak for a cell: one where it is greater, one where it is less; nil is the true table.
    struct Witness: Equatable {
        var upper: Int?
        var lower: Int?
    }

    /// How much around a sensitive cell is looked at for moves of cells that readers don't know: before any more
    /// are withheld, and afterwards first and last.
    static let nearest: [Extent] = [.cells(150)]
    static let near: [Extent] = [.cells(150), .cells(1500)]
    /// The same in a part of more cells than `large`, where looking further takes too long for what it saves.
    static let nearInLarge: [Extent] = [.cells(150), .block(5)]
    static let large = 5000
    /// The same where more cells may be withheld.
    static let wide: [Extent] = [.cells(1200), .block(4), .block(6), .block(9), .all]
    static let wideInLarge: [Extent] = [
        .cells(1200), .block(4), .block(6), .block(9), .block(16), .closedBlock(12), .all,
    ]

    let part: LinkedCells
    let policy: ProtectionPolicy
    private var finder: MoveFinder
    var withheld: [Bool]
    /// Every move found; those that move a cell that is shown again are no longer `isAlive`.
    var moves: [Move] = []
    var isAlive: [Bool] = []
    /// For each cell, the moves that move it.
    var movesOfCell: [[Int]]
    /// For each cell, what meets its own need.
    var witnesses: [Witness]
    /// For each cell, what meets insiders whom its witness does not meet.
    var insiderWitnesses: [[Witness]]
    /// The cells that hold one person, whether readers know them or not.
    let persons: [Int]
    /// For each move, the persons whose cells it moves, by their places in `persons`.
    private(set) var personsMoved: [PersonSet] = []
    private let personOfCell: [Int: Int]
    /// The sensitive cells that nothing can protect.
    var unprotectable: [Int] = []

    init(_ part: LinkedCells, _ policy: ProtectionPolicy) {
        self.part = part
        self.policy = policy
        finder = MoveFinder(part)
        let persons = part.values.indices.filter { part.isCount[$0] && part.values[$0] == 1 }
        self.persons = persons
        personOfCell = Dictionary(uniqueKeysWithValues: zip(persons, persons.indices))
        withheld = zip(part.isSensitive, part.mayBeWithheld).map { $0 && $1 }
        movesOfCell = [[Int]](repeating: [], count: part.count)
        witnesses = [Witness](repeating: Witness(), count: part.count)
        insiderWitnesses = [[Witness]](repeating: [], count: part.count)
    }

    /// Withholds what is needed and no more.
    mutating func run() {
        protectAll()
        guard unprotectable.isEmpty else { return }
        cleanUp()
        searchFewest()
    }

    /// What came of it, in the whole system's numbers.
    var outcome: (withheld: [Int], unprotectable: [Int], proof: Proof) {
        let lost = Set(unprotectable).sorted().map { part.places[$0] }
        guard lost.isEmpty else { return ([], lost, Proof(tables: [], claims: [])) }
        return (withheld.indices.filter { withheld[$0] }.map { part.places[$0] }, [], proof)
    }

    /// The field in which only cells that readers don't know move.
    var field: Field {
        Field(withheld: withheld, wholeNumbers: policy.wholeNumbers)
    }

    /// The sensitive cells, least number first.
    private var byValue: [Int] {
        part.values.indices.filter { part.isSensitive[$0] }
            .sorted { (part.values[$0], $0) < (part.values[$1], $1) }
    }

    /// Meets every need, withholding more where it must, until all are met at once, or every kind of need has named the
    /// cells that nothing can protect.
    mutating func protectAll() {
        let sensitive = byValue
        for cell in sensitive where !isMet(cell) {
            findWitness(cell, part.needs[cell], field, extents: Self.nearest)
        }
        meetJointly(sensitive)
        repeat {
            for cell in sensitive where !isMet(cell) && withholdFor(cell, part.needs[cell]) == nil {
                unprotectable.append(cell)
            }
            withholdForLines()
            guard policy.insider else { continue }
            meetInsidersJointly(sensitive)
            for cell in sensitive where !unprotectable.contains(cell) { meetInsiders(of: cell, mayWithhold: true) }
        } while unprotectable.isEmpty && !sensitive.allSatisfy(isMet)
    }

    /// Puts `cell` behind the mark. What moved it further than a reader of the mark would believe speaks no more.
    mutating func withhold(_ cell: Int) {
        withheld[cell] = true
        let dead = movesOfCell[cell].filter {
            isAlive[$0] && !part.withheld[cell].holds(moves[$0].amount(at: cell))
        }
        for move in dead { isAlive[move] = false }
        _ = dropWitnesses(of: dead)
    }

    // MARK: Witnesses

    /// How far a witness moves `cell` up and down.
    func extent(_ witness: Witness, _ cell: Int) -> (up: Double, down: Double) {
        (
            witness.upper.map { moves[$0].amount(at: cell) } ?? 0,
            witness.lower.map { -moves[$0].amount(at: cell) } ?? 0
        )
    }

    /// Whether the cell's witness meets its need.
    func isMet(_ cell: Int) -> Bool {
        let extent = extent(witnesses[cell], cell)
        return part.needs[cell].isMet(up: extent.up, down: extent.down)
    }

    /// Keeps a move, for every sensitive cell it helps that still needs help.
    mutating func keep(_ move: Move) -> Int {
        let place = moves.count
        moves.append(move)
        isAlive.append(true)
        var moved = PersonSet()
        for cell in move.cells {
            movesOfCell[cell].append(place)
            if let person = personOfCell[cell] { moved.insert(person) }
        }
        personsMoved.append(moved)
        offer(place)
        return place
    }

    /// Lets a move speak for every sensitive cell it helps that still needs help.
    mutating func offer(_ place: Int) {
        for (cell, amount) in zip(moves[place].cells, moves[place].amounts)
        where part.isSensitive[cell] && !isMet(cell) {
            let extent = extent(witnesses[cell], cell)
            if amount > extent.up { witnesses[cell].upper = place }
            if -amount > extent.down { witnesses[cell].lower = place }
        }
    }

    /// Seeks a witness for `cell` in `field`; gives it where the need is met.
    @discardableResult mutating func findWitness(_ cell: Int, _ need: Need, _ field: Field, extents: [Extent]? = nil)
        -> Witness?
    {
        for extent in extents ?? (part.count <= Self.large ? Self.near : Self.nearInLarge) {
            var field = field
            field.extent = extent
            let aim = max(need.aim, need.reach)
            let up = finder.push(cell, by: aim, in: field)
            let rise = up?.amount(at: cell) ?? 0
            if need.isMet(up: rise, down: 0) { return Witness(upper: up.map { keep($0) }, lower: nil) }
            guard rise >= need.reach - Need.tolerance else { continue }
            let down = finder.push(cell, by: rise - need.aim, in: field)
            let fall = -(down?.amount(at: cell) ?? 0)
            if need.isMet(up: rise, down: fall) {
                return Witness(upper: up.map { keep($0) }, lower: down.map { keep($0) })
            }
        }
        return nil
    }

    // MARK: Withholding more

    /// Withholds the cheapest cells that let `cell` move as much as it needs, and gives how it moves; nil where nothing
    /// lets it.
    mutating func withholdFor(_ cell: Int, _ need: Need, known: Int? = nil, shown: Int? = nil) -> Witness? {
        for extent in part.count <= Self.large ? Self.wide : Self.wideInLarge {
            var field = field
            field.offersMore = true
            field.known = known
            field.shown = shown
            field.extent = extent
            guard let found = cheapestMoves(cell, need, field) else { continue }
            for other in found.cells { withhold(other) }
            var witness = Witness()
            for move in found.moves {
                let place = keep(move)
                if move.amount(at: cell) > 0 { witness.upper = place } else { witness.lower = place }
            }
            return witness
        }
        return nil
    }

    /// Moves that meet a need, and the cells to withhold for them.
    struct Offer {
        var moves: [Move]
        var cells: [Int]
        var cost: Double
    }

    /// The cheapest of moving up, moving down and moving a part each way.
    private mutating func cheapestMoves(_ cell: Int, _ need: Need, _ field: Field) -> Offer? {
        var best: Offer?
        let far = max(need.aim, need.reach)
        var rises = [far]
        if need.reach > 0, need.reach < need.aim { rises.append(need.reach) }
        if need.reach == 0 {
            let half = part.isCount[cell] ? (need.aim / 2).rounded(.up) : need.aim / 2
            if half < far { rises.append(half) }
            rises.append(0)
        }
        for rise in rises {
            guard best.map({ $0.cost > 0 }) ?? true else { break }
            guard let offer = moves(cell, need, rise: rise, field) else { continue }
            if offer.cost < best?.cost ?? .infinity { best = offer }
        }
        return best
    }

    /// Moves `cell` up by `rise` or as far as it goes, and down by what is left of its need.
    private mutating func moves(_ cell: Int, _ need: Need, rise: Double, _ field: Field) -> Offer? {
        var field = field
        var offer = Offer(moves: [], cells: [], cost: 0)
        var reached = 0.0
        if rise > 0, let up = finder.push(cell, by: rise, in: field) {
            reached = up.amount(at: cell)
            add(up, to: &offer, &field)
        }
        guard reached >= need.reach - Need.tolerance else { return nil }
        guard !need.isMet(up: reached, down: 0) else { return offer }
        guard let down = finder.push(cell, by: reached - need.aim, in: field),
            need.isMet(up: reached, down: -down.amount(at: cell))
        else { return nil }
        add(down, to: &offer, &field)
        return offer
    }

    private func add(_ move: Move, to offer: inout Offer, _ field: inout Field) {
        offer.moves.append(move)
        for (cell, amount) in zip(move.cells, move.amounts)
        where !field.withheld[cell] && !part.isHidden[cell] && !part.shown[cell].holds(amount) {
            field.withheld[cell] = true
            offer.cells.append(cell)
            offer.cost += part.costs[cell]
        }
    }
}
