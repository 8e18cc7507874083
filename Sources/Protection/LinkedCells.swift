import Cells

/// Cells that hang together through relations, numbered from zero, and how far each may differ from its number for a
/// reader who doesn't know it.
///
/// Cells that are known whatever is withheld are left out: they move in no table.
struct LinkedCells: Sendable {
    /// The cells' places in the whole system.
    let places: [Int]
    let values: [Double]
    let isCount: [Bool]
    /// Whether a cell must be protected.
    let isSensitive: [Bool]
    /// Whether a cell may be withheld.
    let mayBeWithheld: [Bool]
    /// Whether a cell is in no table.
    let isHidden: [Bool]
    /// How far above and below its number a cell may be while it is shown, or hidden.
    let shown: [Latitude]
    /// How far above and below its number a cell may be behind the mark.
    let withheld: [Latitude]
    /// What withholding a cell costs readers.
    let costs: [Double]
    /// What protects each cell, where it is sensitive.
    let needs: [Need]
    /// What the person of a cell of one knows of himself; by places in the whole system.
    private let ownCase: OwnCase
    /// For each relation, its cells.
    let relations: Rows
    /// For each cell, its relations.
    let relationsOfCell: Rows

    var count: Int { places.count }

    /// Whether what is in `cell` is the own case of the one person of `insider`.
    func isOwnCase(_ cell: Int, of insider: Int) -> Bool { ownCase.covers(places[cell], of: places[insider]) }

    /// The parts of `system`, each with at least one sensitive cell, in the order of their first cells.
    static func parts(of system: CellSystem, _ policy: ProtectionPolicy, _ costs: [Double]) -> [LinkedCells] {
        let isPart = system.cells.indices.map { cell in
            let mayBeWithheld = system.mayBeWithheld(cell, policy)
            return Latitude(system, cell, withheld: false, policy).isSome
                || (mayBeWithheld && Latitude(system, cell, withheld: true, policy).isSome)
                || (system.isSensitive(cell, policy) && system.cells[cell].kind != .frozen)
        }
        var groups = DisjointSets(count: system.cells.count)
        for relation in system.relations {
            var first: Int?
            for term in relation.terms where isPart[term.cell] {
                if let first { groups.join(first, term.cell) } else { first = term.cell }
            }
        }
        var partOfRoot = [Int](repeating: -1, count: system.cells.count)
        var members: [[Int]] = []
        var localOf = [Int](repeating: -1, count: system.cells.count)
        for cell in system.cells.indices where isPart[cell] {
            let root = groups.root(of: cell)
            if partOfRoot[root] < 0 {
                partOfRoot[root] = members.count
                members.append([])
            }
            localOf[cell] = members[partOfRoot[root]].count
            members[partOfRoot[root]].append(cell)
        }
        var relations = [[[Relation.Term]]](repeating: [], count: members.count)
        for relation in system.relations {
            let terms = relation.terms.filter { isPart[$0.cell] }
            guard let first = terms.first else { continue }
            relations[partOfRoot[groups.root(of: first.cell)]].append(
                terms.map { Relation.Term(localOf[$0.cell], $0.coefficient) })
        }
        let ownCase = OwnCase(system)
        return members.indices.compactMap { part in
            guard members[part].contains(where: { system.isSensitive($0, policy) && system.cells[$0].kind != .frozen })
            else { return nil }
            return LinkedCells(system, policy, costs, ownCase, places: members[part], relations: relations[part])
        }
    }

    private init(
        _ system: CellSystem, _ policy: ProtectionPolicy, _ costs: [Double], _ ownCase: OwnCase, places: [Int],
        relations: [[Relation.Term]]
    ) {
        self.places = places
        self.ownCase = ownCase
        let cells = places.map { system.cells[$0] }
        values = cells.map(\.value)
        isCount = cells.map { $0.quantity == .count }
        isSensitive = places.map { system.isSensitive($0, policy) && system.cells[$0].kind != .frozen }
        mayBeWithheld = places.map { system.mayBeWithheld($0, policy) }
        isHidden = cells.map { $0.kind == .hidden }
        shown = places.map { Latitude(system, $0, withheld: false, policy) }
        withheld = places.map { Latitude(system, $0, withheld: true, policy) }
        self.costs = places.map { costs[$0] }
        needs = cells.map { Need(of: $0, policy) }
        self.relations = Rows(relations)
        relationsOfCell = self.relations.transposed(count: places.count)
    }
}
