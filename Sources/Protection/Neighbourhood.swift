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

    /// Gathers every cell that `isFree` and is not fixed by a relation alone.
    mutating func gatherAll(in part: LinkedCells, isFree: (Int) -> Bool) {
        clear()
        for cell in 0..<part.count where isFree(cell) { take(cell) }
        relations = Array(0..<part.relations.count)
        finish(in: part)
    }

    /// Gathers the block around `middle` that is spanned by the `mates` cheapest cells of each of its relations: these,
    /// and step by step every cell that at least two relations tie to cells gathered before. In a table, these are the
    /// cells whose rows and columns both are in the block. A cell without a cost cannot move.
    ///
    /// Then relations with a single cell get partners from outside, and those that this brings in too, until there are
    /// none such or there are `most` cells.
    mutating func gatherBlock(
        in part: LinkedCells, around middle: Int, mates: Int, most: Int, cost: (Int) -> Double?
    ) {
        clear()
        take(middle)
        for entry in part.relationsOfCell.entries(middle) {
            let others = part.relations.entries(part.relationsOfCell.columns[entry]).compactMap { term in
                let other = part.relations.columns[term]
                return isIn[other] ? nil : cost(other).map { (cost: $0, cell: other) }
            }
            for other in others.sorted(by: <).prefix(mates) { take(other.cell) }
        }
        var ties = Ties()
        for _ in 0..<Self.steps {
            for cell in tied(in: part, &ties) where cost(cell) != nil { take(cell) }
        }
        _ = tied(in: part, &ties)
        while cells.count < most {
            let found = loneRelations(in: part).flatMap { partners(in: $0, of: part, ties, cost) }
            guard !found.isEmpty else { break }
            for partner in found where !isIn[partner] { take(partner) }
            _ = tied(in: part, &ties)
        }
        finish(in: part)
    }

    /// How often cells outside are tied to cells inside, as far as these have been looked at.
    private struct Ties {
        var counts: [Int: Int] = [:]
        var seen = 0
    }

    /// Looks at the cells gathered since the last time; gives those outside that have got a second tie.
    private mutating func tied(in part: LinkedCells, _ ties: inout Ties) -> [Int] {
        var tied: [Int] = []
        while ties.seen < cells.count {
            for entry in part.relationsOfCell.entries(cells[ties.seen]) {
                let relation = part.relationsOfCell.columns[entry]
                guard placeOfRelation[relation] < 0 else { continue }
                placeOfRelation[relation] = 0
                relations.append(relation)
                for term in part.relations.entries(relation) {
                    let other = part.relations.columns[term]
                    guard !isIn[other] else { continue }
                    ties.counts[other, default: 0] += 1
                    if ties.counts[other] == 2 { tied.append(other) }
                }
            }
            ties.seen += 1
        }
        return tied
    }

    /// The relations with one cell alone.
    private func loneRelations(in part: LinkedCells) -> [Int] {
        relations.filter { relation in
            var inside = 0
            for term in part.relations.entries(relation) where isIn[part.relations.columns[term]] {
                inside += 1
                if inside > 1 { return false }
            }
            return inside == 1
        }
    }

    /// The cells outside that most relations tie to those inside, and of these the cheapest.
    private func partners(in relation: Int, of part: LinkedCells, _ ties: Ties, _ cost: (Int) -> Double?) -> [Int] {
        part.relations.entries(relation).compactMap { term -> (ties: Int, cost: Double, cell: Int)? in
            let other = part.relations.columns[term]
            guard !isIn[other], let cost = cost(other) else { return nil }
            return (-ties.counts[other, default: 0], cost, other)
        }.sorted(by: <).prefix(Self.partners).map(\.cell)
    }

    /// How far from the middle a block reaches, in steps between cells of the same relation.
    private static let steps = 4

    /// How many partners a cell that is alone in a relation gets at a time.
    private static let partners = 4

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
