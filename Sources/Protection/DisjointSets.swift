/// Sets that are joined until only those that hang together remain apart.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    /// The member that stands for the set of `member`.
    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    mutating func join(_ one: Int, _ other: Int) {
        let first = root(of: one)
        let second = root(of: other)
        parents[max(first, second)] = min(first, second)
    }
}
