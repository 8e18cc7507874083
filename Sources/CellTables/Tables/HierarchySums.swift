import Cells

/// The shortest sums by which the cells of a publication are made of one another.
struct HierarchySums {
    /// A cell and the cells that it is the sum of.
    struct Sum: Hashable {
        let total: Int
        let parts: [Int]
    }

    private(set) var sums: [Sum] = []

    init(_ publication: Publication) {
        let layout = publication.layout
        for face in layout.faces.indices {
            for dimension in layout.dimensions.indices {
                for level in Self.nextFiner(face, dimension, layout) {
                    guard let finer = layout.face(face, with: level, in: dimension) else { continue }
                    append(publication, face, finer, dimension)
                }
            }
        }
    }

    /// The levels that `face` can be split into along `dimension`, leaving out those that a level between makes longer.
    private static func nextFiner(_ face: Int, _ dimension: Int, _ layout: TableLayout) -> [Int] {
        let parents = layout.dimensions[dimension].parents
        let here = layout.faces[face].levels[dimension]
        func isFiner(_ level: Int, than other: Int) -> Bool {
            parents[other][level] != nil && parents[level][other] == nil
        }
        let finer = parents.indices.filter {
            isFiner($0, than: here) && layout.face(face, with: $0, in: dimension) != nil
        }
        return finer.filter { level in !finer.contains { isFiner(level, than: $0) } }
    }

    private mutating func append(_ publication: Publication, _ face: Int, _ finer: Int, _ dimension: Int) {
        let layout = publication.layout
        let finerLevel = layout.faces[finer].levels[dimension]
        guard let parents = layout.dimensions[dimension].parents[layout.faces[face].levels[dimension]][finerLevel]
        else { return }
        let weights = layout.faces[face].weights
        var parts: [[Int]] = Array(repeating: [], count: publication.named.keys[face].count)
        for (place, key) in publication.named.keys[finer].enumerated() {
            var rest = 0
            for other in layout.dimensions.indices where other != dimension {
                rest += layout.place(key, finer, other) * weights[other]
            }
            for parent in parents[layout.place(key, finer, dimension)] {
                guard let total = publication.named.place[face][rest + parent * weights[dimension]] else { continue }
                parts[total].append(publication.cells[finer][place])
            }
        }
        for (place, parts) in parts.enumerated() {
            sums.append(Sum(total: publication.cells[face][place], parts: parts))
        }
    }
}
