import Cells

/// All tables of whole numbers that a reader of a publication cannot tell from the true one, found by trying every number
/// for every cell.
///
/// For small systems of counts with whole coefficients, where everything unknown is bounded by a relation or a fact.
public struct WholeTables {
    /// A value for each cell of the system.
    public private(set) var tables: [[Int]] = []
    private let relations: [[(cell: Int, coefficient: Int)]]
    private let relationsOfCell: [[Int]]
    private let most: Int

    /// Nil where there are more than `most` tables.
    public init?(_ system: CellSystem, _ policy: ProtectionPolicy, _ pattern: Pattern, most: Int) {
        self.most = most
        relations = system.relations.map { $0.terms.map { ($0.cell, Int($0.coefficient)) } }
        var relationsOfCell: [[Int]] = Array(repeating: [], count: system.cells.count)
        for (place, relation) in relations.enumerated() {
            for term in relation { relationsOfCell[term.cell].append(place) }
        }
        self.relationsOfCell = relationsOfCell
        let ranges = system.cells.indices.map { cell in
            let known = system.known(cell, withheld: pattern.withheld[cell], policy)
            let top = known.upperBound.isFinite ? Int(known.upperBound.rounded(.down)) : Self.endless
            return (low: Int(known.lowerBound.rounded(.up)), high: top)
        }
        guard complete(ranges) else { return nil }
    }

    /// The values that `cell` takes.
    public func values(of cell: Int) -> Set<Int> { Set(tables.map { $0[cell] }) }

    /// Higher than any sum in a small system.
    private static let endless = 1_000_000

    /// Adds every table within `ranges`; false where there are too many.
    private mutating func complete(_ ranges: [(low: Int, high: Int)]) -> Bool {
        guard let ranges = narrowed(ranges) else { return true }
        let open = ranges.indices.filter { ranges[$0].low < ranges[$0].high }
        guard let cell = open.min(by: { ranges[$0].high - ranges[$0].low < ranges[$1].high - ranges[$1].low }) else {
            tables.append(ranges.map(\.low))
            return tables.count <= most
        }
        guard ranges[cell].high < Self.endless / 2 else { return false }
        for value in ranges[cell].low...ranges[cell].high {
            var next = ranges
            next[cell] = (value, value)
            guard complete(next) else { return false }
        }
        return true
    }

    /// What the relations leave of `ranges`; nil where they leave nothing.
    private func narrowed(_ ranges: [(low: Int, high: Int)]) -> [(low: Int, high: Int)]? {
        var ranges = ranges
        var waiting = Array(relations.indices)
        while let place = waiting.popLast() {
            let relation = relations[place]
            let least = relation.reduce(0) {
                $0 + min($1.coefficient * ranges[$1.cell].low, $1.coefficient * ranges[$1.cell].high)
            }
            let most = relation.reduce(0) {
                $0 + max($1.coefficient * ranges[$1.cell].low, $1.coefficient * ranges[$1.cell].high)
            }
            guard least <= 0, most >= 0 else { return nil }
            for (cell, coefficient) in relation {
                let (low, high) = ranges[cell]
                let ends = [coefficient * low, coefficient * high].sorted()
                // The other cells add up to least − ends[0] ... most − ends[1]; this one must make that zero.
                let share = [ends[1] - most, ends[0] - least].map { Double($0) / Double(coefficient) }.sorted()
                let (first, last) = (max(low, Int(share[0].rounded(.up))), min(high, Int(share[1].rounded(.down))))
                guard first <= last else { return nil }
                if first != low || last != high {
                    ranges[cell] = (first, last)
                    waiting.append(contentsOf: relationsOfCell[cell])
                    break
                }
            }
        }
        return ranges
    }
}
