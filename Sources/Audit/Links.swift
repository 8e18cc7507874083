/// Groups of numbered things that have been joined two at a time.
struct Links {
    private var parent: [Int]

    init(_ count: Int) { parent = Array(0..<count) }

    /// The thing that stands for the group of `thing`.
    mutating func root(_ thing: Int) -> Int {
        var thing = thing
        while parent[thing] != thing {
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        }
        return thing
    }

    mutating func join(_ left: Int, _ right: Int) { parent[root(left)] = root(right) }
}
