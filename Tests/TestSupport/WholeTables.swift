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
        guard complete(ranges, Array(relations.indices)) else { return nil }
    }

    /// The values that `cell` takes.
    public func values(of cell: Int) -> Set<Int> { Set(tables.map { $0[cell] }) }

    /// Higher than any sum in a small system.
    private static let endless = 1_000_000

    /// Adds every table within `ranges`, where `relations` have not been looked at yet; false where there are too many.
    private mutating func complete(_ ranges: [(low: Int, high: Int)], _ relations: [Int]) -> Bool {
        var ranges = ranges
        guard narrow(&ranges, relations) else { return true }
        var (cell, least) = (-1, Int.max)
        for place in ranges.indices {
            let choices = ranges[place].high - ranges[place].low
            if choices > 0, choices < least { (cell, least) = (place, choices) }
        }
        guard cell >= 0 else {
            tables.append(ranges.map(\.low))
            return tables.count <= most
        }
        guard ranges[cell].high < Self.endless / 2 else { return false }
        for value in ranges[cell].low...ranges[cell].high {
            var next = ranges
            next[cell] = (value, value)
            guard complete(next, relationsOfCell[cell]) else { return false }
        }
        return true
    }

    /// Takes from `ranges` what the relations do not allow; false where they allow nothing.
    private func narrow(_ ranges: inout [(low: Int, high: Int)], _ places: [Int]) -> Bool {
        var waiting = places
        while let place = waiting.popLast() {
            var (least, most) = (0, 0)
            for (cell, coefficient) in relations[place] {
                let ends = (coefficient * ranges[cell].low, coefficient * ranges[cell].high)
                least += min(ends.0, ends.1)
                most += max(ends.0, ends.1)
            }
            guard least <= 0, most >= 0 else { return false }
            for (cell, coefficient) in relations[place] {
                let (low, high) = ranges[cell]
                if low == high { continue }
                let ends = (coefficient * low, coefficient * high)
                // The others add up to least − its own least ... most − its own most; it must make that zero.
                let share = (
                    Double(max(ends.0, ends.1) - most) / Double(coefficient),
                    Double(min(ends.0, ends.1) - least) / Double(coefficient)
                )
                let first = max(low, Int(min(share.0, share.1).rounded(.up)))
                let last = min(high, Int(max(share.0, share.1).rounded(.down)))
                guard first <= last else { return false }
                if first != low || last != high {
                    ranges[cell] = (first, last)
                    for other in relationsOfCell[cell] { waiting.append(other) }
                    break
                }
            }
        }
        return true
    }
}
