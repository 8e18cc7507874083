/// Sets of cells of which each must have at least one withheld, and the least choice of cells that has.
struct HittingSets {
    /// How many choices a search looks at.
    private static let mostChoices = 200_000

    private let weights: [Int: Double]
    private var sets: [[Int]] = []

    /// Fewer cells are less than more, and among as many the cheaper ones.
    init(_ cells: [Int], costs: [Double]) {
        let sum = cells.reduce(1) { $0 + costs[$1] }
        weights = Dictionary(uniqueKeysWithValues: cells.map { ($0, 1 + costs[$0] / sum) })
    }

    mutating func require(oneOf cells: [Int]) {
        sets.append(cells)
    }

    func weight(of cells: [Int]) -> Double {
        cells.reduce(0) { $0 + (weights[$1] ?? 0) }
    }

    /// The least choice, where it is less than `most`; nil where there is none or the search is too long.
    func least(below most: Double) -> [Int]? {
        var best: [Int]?
        var bound = most - Need.tolerance
        var choices = 0
        func search(_ chosen: [Int], _ weight: Double) {
            choices += 1
            guard weight < bound, choices <= Self.mostChoices else { return }
            guard let open = sets.first(where: { set in !set.contains(where: chosen.contains) }) else {
                best = chosen
                bound = weight - Need.tolerance
                return
            }
            for cell in open { search(chosen + [cell], weight + (weights[cell] ?? 0)) }
        }
        search([], 0)
        return choices <= Self.mostChoices ? best : nil
    }
}
