/// A network of pipes between nodes, for the cheapest way to cut it in two (Ford and Fulkerson 1956; shortest paths first,
/// Edmonds and Karp 1972).
struct FlowNetwork {
    /// A capacity that is never worth cutting.
    static let unlimited = Int.max / 4

    private var capacities: [Int] = []
    private var targets: [Int] = []
    private var edges: [[Int]]

    /// A network of `count` nodes and no pipes.
    init(nodes count: Int) { edges = Array(repeating: [], count: count) }

    /// Adds a pipe of `capacity`.
    mutating func connect(_ from: Int, _ to: Int, _ capacity: Int) {
        edges[from].append(targets.count)
        targets.append(to)
        capacities.append(capacity)
        edges[to].append(targets.count)
        targets.append(from)
        capacities.append(0)
    }

    /// The nodes on the side of `source` of a cheapest cut between it and `sink`; `nil` where every cut costs `limit` or
    /// more.
    consuming func cut(_ source: Int, _ sink: Int, below limit: Int) -> Set<Int>? {
        var flow = 0
        while true {
            var cameBy = Array(repeating: -1, count: edges.count)
            var queue = [source]
            var head = 0
            while head < queue.count, cameBy[sink] < 0 {
                let node = queue[head]
                head += 1
                for edge in edges[node]
                where capacities[edge] > 0 && targets[edge] != source && cameBy[targets[edge]] < 0 {
                    cameBy[targets[edge]] = edge
                    queue.append(targets[edge])
                }
            }
            guard cameBy[sink] >= 0 else { return Set(queue) }
            var width = Self.unlimited
            var node = sink
            while node != source {
                width = min(width, capacities[cameBy[node]])
                node = targets[cameBy[node] ^ 1]
            }
            node = sink
            while node != source {
                capacities[cameBy[node]] -= width
                capacities[cameBy[node] ^ 1] += width
                node = targets[cameBy[node] ^ 1]
            }
            flow += width
            if flow >= limit { return nil }
        }
    }
}
