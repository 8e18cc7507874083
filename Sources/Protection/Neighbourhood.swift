/// The cells that can move together around one cell, and the relations that bind them.
///
/// Cells outside stay at their numbers, so that a move found inside holds everywhere.
final class Neighbourhood {
    private let part: LinkedCells
    /// The cells, in the order found; the first is the one in the middle, unless it cannot move.
    private(set) var cells: [Int] = []
    /// The relations with at least one of the cells.
    private(set) var relations: [Int] = []
    /// Each cell's place in `cells`, or less than zero.
    private(set) var placeOfCell: [Int]
    private var freeInRelation: [Int]
    private var isListed: [Bool]
    private var isIn: [Bool]

    init(_ part: LinkedCells) {
        self.part = part
        placeOfCell = [Int](repeating: -1, count: part.count)
        isIn = [Bool](repeating: false, count: part.count)
        freeInRelation = [Int](repeating: 0, count: part.relations.count)
        isListed = [Bool](repeating: false, count: part.relations.count)
    }

    /// Gathers about `reach` cells around `middle` of those that `isFree`, and leaves out those that a relation fixes
    /// alone.
    func gather(around middle: Int, reach: Int, isFree: (Int) -> Bool) {
        clear()
        cells = [middle]
        isIn[middle] = true
        var next = 0
        while next < cells.count {
            let cell = cells[next]
            next += 1
            for entry in part.relationsOfCell.entries(cell) {
                let relation = part.relationsOfCell.columns[entry]
                guard !isListed[relation] else { continue }
                isListed[relation] = true
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
        leaveOutFixed()
        cells = cells.filter { isIn[$0] }
        for (place, cell) in cells.enumerated() { placeOfCell[cell] = place }
        for relation in relations { isListed[relation] = false }
        relations = relations.filter { freeInRelation[$0] > 0 }
    }

    /// A relation with one free cell fixes it; what that leaves alone is fixed too.
    private func leaveOutFixed() {
        var waiting: [Int] = []
        for relation in relations {
            var free = 0
            for term in part.relations.entries(relation) where isIn[part.relations.columns[term]] { free += 1 }
            freeInRelation[relation] = free
            if free == 1 { waiting.append(relation) }
        }
        while let relation = waiting.popLast() {
            guard freeInRelation[relation] == 1 else { continue }
            for term in part.relations.entries(relation) {
                let cell = part.relations.columns[term]
                guard isIn[cell] else { continue }
                isIn[cell] = false
                for entry in part.relationsOfCell.entries(cell) {
                    let other = part.relationsOfCell.columns[entry]
                    freeInRelation[other] -= 1
                    if freeInRelation[other] == 1 { waiting.append(other) }
                }
            }
        }
    }

    private func clear() {
        for cell in cells {
            placeOfCell[cell] = -1
            isIn[cell] = false
        }
        relations.removeAll(keepingCapacity: true)
    }
}
