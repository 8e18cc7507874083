import Geography

/// A small area that follows from two splits: some districts of one, taken together, are some districts of the other and
/// this besides.
struct SmallDifference: Hashable {
    /// The units of the area, by code.
    let units: [GrunnkretsCode]
    /// The districts of the requested split that it lies in; `nil` is the place outside all districts.
    let requested: [DistrictCode?]
    /// The districts of the published split that it lies in.
    let published: [DistrictCode?]
}

extension SplitComparison {
    /// The areas of fewer than `least` people, by `people` of a set of units, that whoever has the sums of all districts
    /// of both splits can work out the figures of. Areas where nobody lives are none.
    ///
    /// An area that is the difference between a union of districts of one split and a union of districts of the other
    /// that lies inside it is made of overlaps, each with fewer people than the area. So the search goes from each
    /// overlap of few people to the smallest difference that it is part of, which is a cheapest cut of a network: a
    /// district that is taken takes all that it touches, and an overlap that is left out costs its people. Whole districts
    /// in the area are published as they are; what matters is the rest of it.
    func smallDifferences(below least: Int, people: ([GrunnkretsCode]) -> Int) -> [SmallDifference] {
        let weights = overlaps.map { people($0.units) }
        let counted = overlaps.indices.filter { weights[$0] > 0 }
        let graph = Graph(overlaps: counted.map { overlaps[$0] }, weights: counted.map { weights[$0] }, least: least)
        var found: [SmallDifference] = []
        for inner in [Graph.Side.requested, .published] {
            for overlap in graph.weights.indices where graph.weights[overlap] < least {
                guard let area = graph.smallestDifference(of: inner, holding: overlap) else { continue }
                let parts = graph.withoutWholeDistricts(area).map { graph.overlaps[$0] }
                if parts.isEmpty { continue }
                let difference = SmallDifference(
                    units: parts.flatMap(\.units).sorted(), requested: Self.distinct(parts.map(\.requested)),
                    published: Self.distinct(parts.map(\.published)))
                if !found.contains(where: { $0.units == difference.units }) { found.append(difference) }
            }
        }
        return found.sorted {
            ($0.units.count, $0.units.first?.digits ?? "") < ($1.units.count, $1.units.first?.digits ?? "")
        }
    }

    private static func distinct(_ codes: [DistrictCode?]) -> [DistrictCode?] {
        Set(codes).sorted { ($0?.digits ?? "") < ($1?.digits ?? "") }
    }

    /// Districts of both splits as nodes, overlaps as edges.
    private struct Graph {
        enum Side { case requested, published }

        let overlaps: [Overlap]
        let weights: [Int]
        let least: Int
        private let nodes: [Side: [DistrictCode?: Int]]

        init(overlaps: [Overlap], weights: [Int], least: Int) {
            self.overlaps = overlaps
            self.weights = weights
            self.least = least
            var nodes: [Side: [DistrictCode?: Int]] = [.requested: [:], .published: [:]]
            var count = 0
            for overlap in overlaps {
                for (side, code) in [(Side.requested, overlap.requested), (.published, overlap.published)]
                where nodes[side]?[code] == nil {
                    nodes[side]?[code] = count
                    count += 1
                }
            }
            self.nodes = nodes
        }

        private func node(_ overlap: Int, _ side: Side) -> Int {
            let code = side == .requested ? overlaps[overlap].requested : overlaps[overlap].published
            return nodes[side]?[code] ?? 0
        }

        /// `area` less the districts of either split that lie in it whole; the place outside all districts is none.
        func withoutWholeDistricts(_ area: [Int]) -> [Int] {
            var left = Set(area)
            for side in [Side.requested, .published] {
                for parts in Dictionary(grouping: overlaps.indices, by: { node($0, side) }).values {
                    let code = parts.first.flatMap {
                        side == .requested ? overlaps[$0].requested : overlaps[$0].published
                    }
                    if code != nil, left.isSuperset(of: parts) { left.subtract(parts) }
                }
            }
            return left.sorted()
        }

        /// The overlaps of the smallest area below the limit that holds `overlap` and is a union of districts of the
        /// other side less a union of districts of side `inner`.
        func smallestDifference(of inner: Side, holding overlap: Int) -> [Int]? {
            let outer: Side = inner == .requested ? .published : .requested
            let count = nodes.values.map(\.count).reduce(0, +)
            var network = FlowNetwork(nodes: count)
            for edge in overlaps.indices {
                let (inside, outside) = (node(edge, inner), node(edge, outer))
                network.connect(inside, outside, FlowNetwork.unlimited)
                network.connect(outside, inside, weights[edge] < least ? weights[edge] : FlowNetwork.unlimited)
            }
            let (source, sink) = (node(overlap, outer), node(overlap, inner))
            guard let taken = network.cut(source, sink, below: least) else { return nil }
            // Without a district to take away, it is a union of districts and no difference.
            guard overlaps.indices.contains(where: { taken.contains(node($0, inner)) }) else { return nil }
            return overlaps.indices.filter { taken.contains(node($0, outer)) && !taken.contains(node($0, inner)) }
        }
    }
}
