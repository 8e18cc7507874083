/// The cells that can move together around one cell, and the relations that bind them.
///
/// Cells outside stay at their numbers, so that a move found inside holds everywhere.
struct Neighbourhood {
    /// The cells, in the order found; the one in the middle comes first, unless it cannot move.
    private(set) var cells: [Int] = []
    /// The relations with at least one of the cells.
    private(set) var relations: [Int] = []
    /// Each relation's place in `relations`, or less than zero.
    private(set) var placeOfRelation: [Int]
    private var freeInRelation: [Int]
    private var isIn: [Bool]

    init(_ part: LinkedCells) {
        isIn = [Bool](repeating: false, count: part.count)
        freeInRelation = [Int](repeating: 0, count: part.relations.count)
        placeOfRelation = [Int](repeating: -1, count: part.relations.count)
    }

    /// Whether the cell in the middle can move.
    func holds(_ cell: Int) -> Bool { isIn[cell] }

    /// Gathers about `reach` cells around `middle` of those that `isFree`, and leaves out those that a relation fixes
    /// alone.
    mutating func gather(in part: LinkedCells, around middle: Int, reach: Int, isFree: (Int) -> Bool) {
        clear()
        cells.append(middle)
        isIn[middle] = true
        var next = 0
        while next < cells.count {
            let cell = cells[next]
            next += 1
            for entry in part.relationsOfCell.entries(cell) {
                let relation = part.relationsOfCell.columns[entry]
                guard placeOfRelation[relation] < 0 else { continue }
                placeOfRelation[relation] = 0
                relations.append(relation)
                guard cells.count < reach else { continue }
                for term in part.relations.entries(relation) {
                    let other = part.relations.columns[term]
                    guard !isIn[other], isFree(other) else { continue }
                    isIn[other] = true
                    cells.append(other)
                }
            }
        }
        finish(in: part)
    }

    /// Gathers the block around `middle` that is spanned by the `mates` cheapest cells of each of its relations: these,
    /// and step by step every cell that at least two relations tie to cells gathered before. In a table, these are the
    /// cells whose rows and columns both are in the block. A cell without a cost cannot move.
    mutating func gatherBlock(in part: LinkedCells, around middle: Int, mates: Int, cost: (Int) -> Double?) {
        clear()
        take(middle)
        for entry in part.relationsOfCell.entries(middle) {
            let others = part.relations.entries(part.relationsOfCell.columns[entry]).compactMap { term in
                let other = part.relations.columns[term]
                return isIn[other] ? nil : cost(other).map { (cost: $0, cell: other) }
            }
            for other in others.sorted(by: <).prefix(mates) { take(other.cell) }
        }
        var isSeen: Set<Int> = []
        var ties: [Int: Int] = [:]
        for _ in 0..<Self.steps {
            var tied: [Int] = []
            for cell in cells {
                for entry in part.relationsOfCell.entries(cell) {
                    let relation = part.relationsOfCell.columns[entry]
                    guard isSeen.insert(relation).inserted else { continue }
                    relations.append(relation)
                    for term in part.relations.entries(relation) {
                        let other = part.relations.columns[term]
                        guard !isIn[other] else { continue }
                        ties[other, default: 0] += 1
                        if ties[other] == 2, cost(other) != nil { tied.append(other) }
                    }
                }
            }
            for cell in tied { take(cell) }
        }
        for cell in cells {
            for entry in part.relationsOfCell.entries(cell)
            where isSeen.insert(part.relationsOfCell.columns[entry]).inserted {
                relations.append(part.relationsOfCell.columns[entry])
            }
        }
        finish(in: part)
    }

    /// How far from the middle a block reaches, in steps between cells of the same relation.
    private static let steps = 4

    private mutating func take(_ cell: Int) {
        isIn[cell] = true
        cells.append(cell)
    }

    /// Leaves out what cannot move after all, and numbers the relations.
    private mutating func finish(in part: LinkedCells) {
        leaveOutFixed(in: part)
        var kept = 0
        for cell in cells where isIn[cell] {
            cells[kept] = cell
            kept += 1
        }
        cells.removeLast(cells.count - kept)
        kept = 0
        for relation in relations {
            placeOfRelation[relation] = freeInRelation[relation] > 0 ? kept : -1
            guard freeInRelation[relation] > 0 else { continue }
            relations[kept] = relation
            kept += 1
        }
        relations.removeLast(relations.count - kept)
    }

    /// A relation with one free cell fixes it; what that leaves alone is fixed too.
    private mutating func leaveOutFixed(in part: LinkedCells) {
        var fixing: [Int] = []
        for relation in relations {
            var free = 0
            for term in part.relations.entries(relation) where isIn[part.relations.columns[term]] { free += 1 }
            freeInRelation[relation] = free
            if free == 1 { fixing.append(relation) }
        }
        while let relation = fixing.popLast() {
            guard freeInRelation[relation] == 1 else { continue }
            for term in part.relations.entries(relation) {
                let cell = part.relations.columns[term]
                guard isIn[cell] else { continue }
                isIn[cell] = false
                for entry in part.relationsOfCell.entries(cell) {
                    let other = part.relationsOfCell.columns[entry]
                    freeInRelation[other] -= 1
                    if freeInRelation[other] == 1 { fixing.append(other) }
                }
            }
        }
    }

    private mutating func clear() {
        for cell in cells { isIn[cell] = false }
        for relation in relations { placeOfRelation[relation] = -1 }
        cells.removeAll(keepingCapacity: true)
        relations.removeAll(keepingCapacity: true)
    }
}
