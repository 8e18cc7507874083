/// Shares the persons of a district out to its units.
///
/// Each person is drawn a unit, weighted by the units' sizes; those born in the same year keep their units from year to
/// year, so that a unit grows older with its people. The units add up to the district at every age, exactly.
struct PersonSharing: Sendable {
    /// How finely the line of all sizes is looked up.
    private static let slots = 4096

    private let ends: [Double]
    private let starts: [Int32]

    /// Sharing out to units of these sizes, at least one of which is above zero.
    init(sizes: [Double]) {
        var sum = 0.0
        var ends = sizes.map { size in
            sum += size
            return sum
        }
        for index in ends.indices { ends[index] /= sum }
        self.ends = ends
        var starts: [Int32] = []
        var unit = 0
        for slot in 0..<Self.slots {
            while ends[unit] <= Double(slot) / Double(Self.slots), unit < ends.count - 1 { unit += 1 }
            starts.append(Int32(unit))
        }
        self.starts = starts
    }

    /// The sizes of `count` units: `empty` is the share of units where nobody lives, `spread` the standard deviation of
    /// the logarithm of the others.
    static func sizes(_ count: Int, spread: Double, empty: Double, _ stream: inout RandomStream) -> [Double] {
        var sizes = (0..<count).map { _ in stream.uniform() < empty ? 0 : exponential(spread * stream.normal()) }
        if !sizes.contains(where: { $0 > 0 }), !sizes.isEmpty { sizes[0] = 1 }
        return sizes
    }

    /// The persons of each unit; `name` is the district's, for the stream.
    func share(_ district: Persons, seed: UInt64, name: String) -> [Persons] {
        var units = [Persons](repeating: Persons(years: district.years), count: ends.count)
        let (first, last) = (district.years.lowerBound - Persons.ages + 1, district.years.upperBound)
        for sex in 0..<2 {
            for born in first...last {
                let places = district.years.compactMap { year in
                    (0..<Persons.ages).contains(year - born) ? district.start(year, sex) + year - born : nil
                }
                let most = places.map { Int(district.counts[$0]) }.max() ?? 0
                guard most > 0 else { continue }
                var stream = RandomStream(seed: seed, "home", name, String(sex), String(born))
                let homes = (0..<most).map { _ in home(of: stream.uniform()) }
                for place in places {
                    for person in 0..<Int(district.counts[place]) { units[homes[person]].addOne(at: place) }
                }
            }
        }
        return units
    }

    private func home(of point: Double) -> Int {
        var unit = Int(starts[Int(point * Double(Self.slots))])
        while point >= ends[unit], unit < ends.count - 1 { unit += 1 }
        return unit
    }
}
