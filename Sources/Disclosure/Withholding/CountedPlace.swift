import Geography
import Registers

/// A place whose records are counted: one that tables name, or what is left of one without its parts.
enum CountedPlace: Hashable, Sendable {
    /// A place of tables.
    case area(Area)
    /// The people of a kommune outside every district of a split that its tables tell.
    case restOfKommune(KommuneCode, SplitID)
    /// The people of the country outside the kommuner that tables tell.
    case restOfCountry
}

/// Which places add up to which.
struct PlaceSums: Sendable {
    /// A place and the parts it is the sum of; the last part is what is left of it.
    struct Sum: Sendable {
        let whole: CountedPlace
        let parts: [CountedPlace]
        let rest: CountedPlace
    }

    let sums: [Sum]
    /// Every place, the country first.
    let places: [CountedPlace]

    /// The places of `divisions`.
    init(_ divisions: [AreaDirectory.Division]) {
        var sums: [Sum] = []
        let kommuner = Set(divisions.map(\.kommune)).sorted()
        sums.append(
            Sum(whole: .area(.country), parts: kommuner.map { .area(.kommune($0)) }, rest: .restOfCountry))
        for division in divisions.sorted(by: { $0.split < $1.split }) {
            sums.append(
                Sum(
                    whole: .area(.kommune(division.kommune)),
                    parts: division.districts.map { .area(.district(division.split, $0)) },
                    rest: .restOfKommune(division.kommune, division.split)))
        }
        var places: [CountedPlace] = [.area(.country)]
        for sum in sums { places += sum.parts + [sum.rest] }
        var seen: Set<CountedPlace> = []
        self.sums = sums
        self.places = places.filter { seen.insert($0).inserted }
    }

    /// Numbers of every place, from those that tables tell: what is left of a place is the difference.
    ///
    /// A part nobody tells of is in what is left. Nothing is left where the parts are more than the whole, as where they
    /// are estimates.
    func filled(_ told: (Area) -> Double?) -> [CountedPlace: Double] {
        var numbers: [CountedPlace: Double] = [:]
        for case .area(let area) in places { numbers[.area(area)] = told(area) }
        for sum in sums {
            guard let whole = numbers[sum.whole] else { continue }
            let left = whole - sum.parts.reduce(0) { $0 + (numbers[$1] ?? 0) }
            if left > -Self.slack * max(1, whole) { numbers[sum.rest] = left < Self.slack * max(1, whole) ? 0 : left }
        }
        return numbers
    }

    /// What weighted counts may differ in.
    private static let slack = 1e-9
}
