import Cells

/// Writes a small system of cells by name; sums get their values from their parts.
public struct SystemBuilder {
    private var cells: [Cell] = []
    private var relations: [Relation] = []
    private var places: [String: Int] = [:]

    /// A builder with no cells yet.
    public init() {}

    /// The system written so far.
    public var system: CellSystem { CellSystem(cells, relations) }

    /// Adds a cell.
    public mutating func add(_ cell: Cell) {
        precondition(places[cell.id] == nil, "\(cell.id) is there already")
        places[cell.id] = cells.count
        cells.append(cell)
    }

    /// Adds cells that are alike but for name and value.
    public mutating func add(
        _ values: KeyValuePairs<String, Double>, kind: Cell.Kind = .cell, isSensitive: Bool? = nil
    ) {
        for (id, value) in values { add(Cell(id, value, kind: kind, isSensitive: isSensitive)) }
    }

    /// Adds a cell that is the sum of `parts`, and the relation that says so.
    public mutating func sum(
        _ id: String, of parts: [String], kind: Cell.Kind = .cell, isSensitive: Bool? = nil, leastKnown: Double? = nil
    ) {
        let value = parts.reduce(0) { $0 + cells[place($1)].value }
        add(Cell(id, value, kind: kind, isSensitive: isSensitive, leastKnown: leastKnown))
        relate(id, parts)
    }

    /// Adds a cell that gives the number of `id` away to within `shown`, such as a rate beside a public population.
    public mutating func hint(_ hint: String, at id: String, within shown: ClosedRange<Double>) {
        let value = cells[place(id)].value
        add(Cell(hint, value, quantity: .real, isSensitive: false, shown: shown))
        relate(hint, [id])
    }

    /// Adds the relation that `total` is the sum of `parts`.
    public mutating func relate(_ total: String, _ parts: [String]) {
        let name = "\(total) = \(parts.joined(separator: " + "))"
        relations.append(Relation(name, total: place(total), parts: parts.map { place($0) }))
    }

    /// Adds the relation that the weighted sum is zero.
    public mutating func relate(_ terms: KeyValuePairs<String, Double>) {
        relations.append(Relation("relation \(relations.count)", terms.map { Relation.Term(place($0.key), $0.value) }))
    }

    private func place(_ id: String) -> Int {
        guard let place = places[id] else { preconditionFailure("there is no cell \(id)") }
        return place
    }
}
