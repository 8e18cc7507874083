import Geography
import Registers

/// Which places add up to which.
struct PlaceSums: Sendable {
    /// A place and the parts it is the sum of.
    struct Sum: Sendable {
        let whole: CountedPlace
        /// All but the rest.
        let parts: [CountedPlace]
        /// What is left of the whole, if the parts are not all of it.
        let rest: CountedPlace?
    }

    /// The sums, wholes before their parts.
    let sums: [Sum]
    /// Every place, the country first.
    let places: [CountedPlace]
    /// The rests that are the sum of other places: people of no zone who are people of some district.
    let mixedRests: Set<CountedPlace>
    private let sumsOfWhole: [CountedPlace: [Int]]
    private let wholesOfPart: [CountedPlace: [CountedPlace]]

    /// The places of `divisions`, and what those of one city have in common.
    init(_ divisions: [AreaDirectory.Division], _ overlaps: [SplitOverlaps] = []) {
        var mixedRests: Set<CountedPlace> = []
        var sums = [
            Sum(
                whole: .area(.country), parts: Set(divisions.map(\.kommune)).sorted().map { .area(.kommune($0)) },
                rest: .restOfCountry)
        ]
        for division in divisions.sorted(by: { $0.split < $1.split }) {
            sums.append(
                Sum(
                    whole: .area(.kommune(division.kommune)),
                    parts: division.districts.map { .area(.district(division.split, $0)) },
                    rest: .restOfKommune(division.kommune, division.split)))
        }
        for overlap in overlaps.sorted(by: { $0.split.id < $1.split.id }) {
            guard let division = divisions.first(where: { $0.split.city == overlap.split.id.city }) else { continue }
            func area(_ code: DistrictCode) -> CountedPlace { .area(.district(overlap.split.id, code)) }
            sums.append(
                Sum(
                    whole: .area(.kommune(division.kommune)),
                    parts: overlap.split.districts.map(\.code).map(area),
                    rest: .restOfKommune(division.kommune, overlap.split.id)))
            let today = Set(divisions.map(\.split))
            let versions = overlap.parts.sorted { ($0.key.split, $0.key.date) < ($1.key.split, $1.key.date) }
            let newest = versions.map(\.key.date).max()
            for (version, districts) in versions where today.contains(version.split) {
                for (code, parts) in districts.sorted(by: { $0.key < $1.key }) {
                    let whole: CountedPlace =
                        version.date == newest ? .area(.district(version.split, code)) : .earlier(version, code)
                    sums.append(Sum(whole: whole, parts: parts.map(area), rest: nil))
                }
                guard version.date == newest else { continue }
                // People of no district of one split are those of no district of any, and of overlaps outside this one.
                let inside = Set(districts.values.joined())
                let outside = overlap.split.districts.map(\.code).filter { !inside.contains($0) }
                let rest = CountedPlace.restOfKommune(division.kommune, version.split)
                if !outside.isEmpty { mixedRests.insert(rest) }
                sums.append(
                    Sum(
                        whole: rest,
                        parts: outside.map(area) + [.restOfKommune(division.kommune, overlap.split.id)], rest: nil))
            }
        }
        var seen: Set<CountedPlace> = []
        self.sums = sums
        self.mixedRests = mixedRests
        sumsOfWhole = Dictionary(grouping: sums.indices) { sums[$0].whole }
        wholesOfPart = sums.reduce(into: [:]) { wholes, sum in
            for part in sum.parts + (sum.rest.map { [$0] } ?? []) { wholes[part, default: []].append(sum.whole) }
        }
        places = ([.area(.country)] + sums.flatMap { [$0.whole] + $0.parts + ($0.rest.map { [$0] } ?? []) })
            .filter { seen.insert($0).inserted }
    }

    /// The places that `place` is a part of.
    func wholes(of place: CountedPlace) -> [CountedPlace] { wholesOfPart[place] ?? [] }

    /// Whether `place` is the sum of places that `numbers` tell, and nothing else.
    func isSum(_ place: CountedPlace, in numbers: [CountedPlace: Double]) -> Bool {
        sumsOfWhole[place]?.contains { number in
            let sum = sums[number]
            if let rest = sum.rest { return numbers[rest] != nil }
            return sum.parts.allSatisfy { numbers[$0] != nil }
        } ?? false
    }

    /// Numbers of every place, from those that tables tell: what is left of a place is the difference, and a place that
    /// tables don't name the sum of its parts.
    ///
    /// A part nobody tells of is in what is left. There is no such place where no part is told, or where the parts are more
    /// than the whole, as where they are estimates.
    func filled(_ told: (Area) -> Double?) -> [CountedPlace: Double] {
        var numbers: [CountedPlace: Double] = [:]
        for case .area(let area) in places { numbers[.area(area)] = told(area) }
        for sum in sums {
            guard let rest = sum.rest else {
                let parts = sum.parts.compactMap { numbers[$0] }
                if case .earlier = sum.whole, parts.count == sum.parts.count { numbers[sum.whole] = parts.reduce(0, +) }
                continue
            }
            let parts = sum.parts.compactMap { numbers[$0] }
            guard let whole = numbers[sum.whole], !parts.isEmpty else { continue }
            let left = whole - parts.reduce(0, +)
            let slack = Self.slack * max(1, whole)
            if left > -slack { numbers[rest] = left < slack ? 0 : left }
        }
        return numbers
    }

    /// What weighted counts may differ in.
    private static let slack = 1e-9
}
