import Geography
@_spi(Confidential) import Registers

/// Persons in the places of one split, the city's own total included.
struct Population {
    /// Whom to count, on 1 January of which year.
    struct Query {
        var year: Int
        var selection = Selection()
    }

    /// Counts that belong together, and whether they leave out people of unknown district.
    struct Counts {
        var persons: [Int]
        var isDistrictsOnly: Bool
    }

    let table: PopulationTable
    let division: AreaDirectory.Division
    let history: BoundaryHistory

    /// The persons of every query in `area`, or `nil` where the source does not tell all of them.
    ///
    /// A city is its own total, people of unknown district included, where the source gives that for every query;
    /// otherwise every query is the sum of all its districts, so that what is set against each other covers the same
    /// people.
    func counts(_ area: Area, _ queries: [Query]) -> Counts? {
        if let persons = queries.all({ told(area, $0) }) { return Counts(persons: persons, isDistrictsOnly: false) }
        guard case .kommune = area else { return nil }
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
        let areas = division.districts.map { Area.district(division.split, $0) }
        let present = areas.filter { history.status(of: $0, in: query.year) != .absent || told($0, query) != nil }
        return present.isEmpty ? nil : present.all { told($0, query) }?.reduce(0, +)
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
