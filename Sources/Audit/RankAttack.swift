/// The attack by exact algebra: which columns the rows determine, whatever the bounds.
struct RankAttack: Sendable {
    /// The columns that the rows determine.
    let determined: Set<Int>
    /// Groups of columns of which any one determines the others.
    let tied: [[Int]]

    init(_ part: UnknownPart) {
        let (first, second) = (PrimeField.first, PrimeField.second)
        let count = part.cells.count
        let space = RowSpace(part.rows, columns: count, first)
        let (one, other) = (space.randomDifference(seed: 1), space.randomDifference(seed: 2))
        let claimed = one.indices.filter { one[$0] == 0 }
        var groups: [UInt64: [Int]] = [:]
        for column in one.indices where one[column] != 0 {
            groups[first.product(other[column], first.inverse(one[column])), default: []].append(column)
        }
        let pairs = groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        guard !claimed.isEmpty || !pairs.isEmpty else {
            (determined, tied) = ([], [])
            return
        }
        // What holds modulo one prime is confirmed modulo another.
        let again = RowSpace(part.rows, columns: count, second)
        let (three, four) = (again.randomDifference(seed: 3), again.randomDifference(seed: 4))
        determined = Set(claimed.filter { three[$0] == 0 })
        tied = pairs.compactMap { group in
            let confirmed = group.filter { column in
                second.product(three[column], four[group[0]]) == second.product(four[column], three[group[0]])
            }
            return confirmed.count > 1 ? confirmed : nil
        }
    }
}
