/// The cells of a layout under their names: non-empty sets of parts.
struct NamedCells {
    /// The keys of each face's cells, ascending.
    private(set) var keys: [[Int]] = []
    /// Where a face's cell stands among its keys.
    private(set) var place: [[Int: Int]] = []
    /// The parts of each.
    private(set) var sets: [[PartSet]] = []

    /// Nil if there are more than one run can protect.
    init?(_ layout: TableLayout, parts: Int) {
        let single = (0..<parts).map { PartSet($0) }
        var count = 0
        var links = 0
        for face in layout.faces.indices {
            var sets: [Int: PartSet] = [:]
            for part in 0..<parts {
                layout.forEachKey(of: part, in: face) { key in
                    sets[key, default: PartSet()].add(single[part])
                    links += 1
                }
                if links > CellLimit.links { return nil }
            }
            count += sets.count
            if count > CellLimit.cells { return nil }
            let ordered = sets.sorted { $0.key < $1.key }
            keys.append(ordered.map(\.key))
            place.append(Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, $0) }))
            self.sets.append(ordered.map(\.value))
        }
    }
}
