/// The cells of a neighbourhood in bundles that move together: a relation between two cells alone ties them, and so
/// does one that other ties leave with two. What no relation leaves free to move is left out.
///
/// Only cells that move by the same amount, up or down, are tied, so that a bundle moves by whole numbers where its
/// cells do.
struct Bundles {
    /// A cell of a bundle, by its place in the neighbourhood.
    struct Member {
        let place: Int
        /// Whether it moves up (1) or down (−1) where its bundle moves up.
        let sign: Double
    }

    /// A bundle's share in a relation.
    struct Entry {
        /// The relation's place in the neighbourhood.
        let row: Int
        let coefficient: Double
    }

    /// For each bundle, its cells; empty where it has been joined to another, or cannot move.
    private(set) var members: [[Member]]
    /// For each bundle, the relations it is in, in order.
    private(set) var entries: [[Entry]]
    /// How far each bundle can move.
    private(set) var latitudes: [Latitude]
    /// For each cell by its place in the neighbourhood, the bundle it is in, or less than zero.
    private var bundleOfPlace: [Int]
    private var bundlesInRow: [Int]
    private let placesInRow: [[Int]]
    private var waiting: [Int]

    /// Bundles the cells of `neighbourhood`, each of which moves within its latitude.
    init(_ neighbourhood: Neighbourhood, of part: LinkedCells, latitude: (Int) -> Latitude) {
        let cells = neighbourhood.cells
        members = cells.indices.map { [Member(place: $0, sign: 1)] }
        latitudes = cells.map(latitude)
        bundleOfPlace = Array(cells.indices)
        entries = cells.map { cell in
            part.relationsOfCell.entries(cell).compactMap { entry in
                let row = neighbourhood.placeOfRelation[part.relationsOfCell.columns[entry]]
                return row < 0 ? nil : Entry(row: row, coefficient: part.relationsOfCell.coefficients[entry])
            }.sorted { $0.row < $1.row }
        }
        var placesInRow = [[Int]](repeating: [], count: neighbourhood.relations.count)
        for place in cells.indices {
            for entry in entries[place] { placesInRow[entry.row].append(place) }
        }
        self.placesInRow = placesInRow
        bundlesInRow = placesInRow.map(\.count)
        waiting = placesInRow.indices.filter { placesInRow[$0].count <= 2 }
        for bundle in cells.indices where !latitudes[bundle].isSome { fix(bundle) }
        while let row = waiting.popLast() { settle(row) }
    }

    /// The bundle of the cell at `place` in the neighbourhood, and whether it moves with it (1) or against it (−1); nil
    /// where it cannot move.
    func bundle(with place: Int) -> (bundle: Int, sign: Double)? {
        let bundle = bundleOfPlace[place]
        guard bundle >= 0, let own = members[bundle].first(where: { $0.place == place }) else { return nil }
        return (bundle, own.sign)
    }

    /// Ties or fixes what a relation leaves no other choice.
    private mutating func settle(_ row: Int) {
        guard bundlesInRow[row] == 1 || bundlesInRow[row] == 2 else { return }
        var found: [(bundle: Int, coefficient: Double)] = []
        for place in placesInRow[row] {
            let bundle = bundleOfPlace[place]
            guard bundle >= 0, found.first?.bundle != bundle,
                let entry = entries[bundle].first(where: { $0.row == row })
            else { continue }
            found.append((bundle, entry.coefficient))
            if found.count == bundlesInRow[row] { break }
        }
        guard let one = found.first else { return }
        guard found.count == 2 else { return fix(one.bundle) }
        let other = found[1]
        guard abs(one.coefficient) == abs(other.coefficient) else { return }
        let sign: Double = one.coefficient == other.coefficient ? -1 : 1
        if members[one.bundle].count >= members[other.bundle].count {
            join(other.bundle, to: one.bundle, sign)
        } else {
            join(one.bundle, to: other.bundle, sign)
        }
    }

    /// Leaves out a bundle that cannot move.
    private mutating func fix(_ bundle: Int) {
        for entry in entries[bundle] { leave(entry.row, 1) }
        for member in members[bundle] { bundleOfPlace[member.place] = -1 }
        entries[bundle] = []
        members[bundle] = []
        latitudes[bundle] = .none
    }

    /// Lets `bundle` move with `other`, or against it.
    private mutating func join(_ bundle: Int, to other: Int, _ sign: Double) {
        for member in members[bundle] {
            members[other].append(Member(place: member.place, sign: member.sign * sign))
            bundleOfPlace[member.place] = other
        }
        latitudes[other] = latitudes[other].within(sign > 0 ? latitudes[bundle] : latitudes[bundle].turned)
        entries[other] = sum(entries[other], entries[bundle], sign)
        entries[bundle] = []
        members[bundle] = []
        latitudes[bundle] = .none
        if !latitudes[other].isSome { fix(other) }
    }

    /// The entries of two bundles as one; relations where they cancel are left out.
    private mutating func sum(_ first: [Entry], _ second: [Entry], _ sign: Double) -> [Entry] {
        var sum: [Entry] = []
        sum.reserveCapacity(first.count + second.count)
        var (one, other) = (0, 0)
        while one < first.count || other < second.count {
            if other == second.count || (one < first.count && first[one].row < second[other].row) {
                sum.append(first[one])
                one += 1
            } else if one == first.count || second[other].row < first[one].row {
                sum.append(Entry(row: second[other].row, coefficient: sign * second[other].coefficient))
                other += 1
            } else {
                let row = first[one].row
                let coefficient = first[one].coefficient + sign * second[other].coefficient
                if coefficient == 0 {
                    leave(row, 2)
                } else {
                    sum.append(Entry(row: row, coefficient: coefficient))
                    leave(row, 1)
                }
                one += 1
                other += 1
            }
        }
        return sum
    }

    private mutating func leave(_ row: Int, _ count: Int) {
        bundlesInRow[row] -= count
        if bundlesInRow[row] == 1 || bundlesInRow[row] == 2 { waiting.append(row) }
    }
}
