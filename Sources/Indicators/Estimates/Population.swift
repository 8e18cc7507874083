import Geography
@_spi(Confidential) import Registers
import Statistics

/// Persons in the places of one split, the city's own total included.
struct Population {
    /// Whom to count, on 1 January of which year.
    struct Query {
        let year: Int
        var selection = Selection()
    }

    /// Counts that belong together, and whether they leave out people of unknown district.
    struct Counts {
        let persons: [Int]
        let isDistrictsOnly: Bool
    }

    let table: PopulationTable
    let places: StudiedPlaces

    /// The persons of every query in `area`, or `nil` where the source does not tell all of them.
    ///
    /// A city is its own total, people of unknown district included, where the source gives that for every query;
    /// otherwise every query is the sum of all its districts, so that what is set against each other covers the same
    /// people.
    func counts(_ area: Area, _ queries: [Query]) -> Counts? {
        if let persons = queries.all({ told(area, $0) }) { return Counts(persons: persons, isDistrictsOnly: false) }
        guard area == places.city else { return nil }
        return queries.all { districts($0) }.map { Counts(persons: $0, isDistrictsOnly: true) }
    }

    /// The years in which any of `areas` has a figure.
    func years(_ areas: [Area]) -> [Int] { Set(areas.flatMap { table.years(of: $0) }).sorted() }

    private func told(_ area: Area, _ query: Query) -> Int? {
        var sum = 0
        for ages in query.selection.ages {
            guard let persons = table.persons(area, query.year, query.selection.sex, ages) else { return nil }
            sum += persons
        }
        return sum
    }

    /// The sum of the districts there were; `nil` unless the source tells them all.
    private func districts(_ query: Query) -> Int? {
        let present = places.districts.filter {
            places.history.status(of: $0, in: query.year) != .absent || told($0, query) != nil
        }
        return present.isEmpty ? nil : present.all { told($0, query) }?.reduce(0, +)
    }

    // MARK: - Mean age and the rest of the city

    /// Each single year of age, the last one open.
    static let singleAges = (0...PopulationTable.lastAge).compactMap { age in
        AgeRange(from: age, to: age == PopulationTable.lastAge ? AgeRange.oldest : age).map { Selection(ages: [$0]) }
    }

    /// The mean of ages, from the persons of each of ``singleAges``; `nil` for fewer than two persons.
    ///
    /// Somebody of 40 completed years is 40.5 on average; the last, open age counts as its first year.
    static func meanAge(_ persons: [Int]) -> MeanSummary? {
        MeanSummary(persons.enumerated().map { (value: Double($0) + 0.5, count: $1) })
    }

    /// The counts of the city without `district`; `nil` for a measure that is not tested.
    func restOfCity(_ measure: Measure, without district: Area, _ year: Int) -> Basis? {
        func rest(_ selections: [Selection]) -> [Int]? {
            let queries = selections.map { Query(year: year, selection: $0) }
            guard let whole = counts(places.city, queries), let part = counts(district, queries) else { return nil }
            return zip(whole.persons, part.persons).map { $0 - $1 }
        }
        switch measure {
        case .proportion(let top, let bottom):
            return rest([top, bottom]).map { .proportion(numerator: Double($0[0]), denominator: Double($0[1])) }
        case .ratio(let top, let bottom):
            return rest([top, bottom]).map { .ratio(numerator: $0[0], denominator: $0[1]) }
        case .meanAge: return rest(Self.singleAges).flatMap(Self.meanAge).map { .mean($0) }
        case .count, .growth, .shareOfCity, .growthSpread, .published, .share, .rate, .lifeExpectancy,
            .lifeExpectancyGap, .slopeIndex:
            return nil
        }
    }
}

extension Sequence {
    /// What `transform` makes of the elements, or `nil` if it makes nothing of one.
    fileprivate func all<Result>(_ transform: (Element) -> Result?) -> [Result]? {
        var results: [Result] = []
        for element in self {
            guard let result = transform(element) else { return nil }
            results.append(result)
        }
        return results
    }
}
