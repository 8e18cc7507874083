import Geography
@_spi(Confidential) import Registers

/// Persons in the places of one split, the city's own total included.
struct Population {
    /// A count, and whether it leaves out people of unknown district.
    struct Count {
        var persons: Int
        var isDistrictsOnly: Bool
    }

    let table: PopulationTable
    let division: AreaDirectory.Division

    /// The persons of `selection` in `area` on 1 January `year`, or `nil` where the source does not tell.
    ///
    /// A city is its own total, people of unknown district included, where the source gives one; otherwise the sum of
    /// all its districts, and marked so.
    func count(_ area: Area, _ year: Int, _ selection: Selection) -> Count? {
        if let persons = told(area, year, selection) { return Count(persons: persons, isDistrictsOnly: false) }
        guard case .kommune = area else { return nil }
        return districts(year, selection).map { Count(persons: $0, isDistrictsOnly: true) }
    }

    /// The same count at two dates, both with or both without people of unknown district.
    func counts(_ area: Area, from earlier: Int, to later: Int, _ selection: Selection) -> (Count, Count)? {
        guard let first = count(area, earlier, selection), let last = count(area, later, selection) else { return nil }
        if first.isDistrictsOnly == last.isDistrictsOnly { return (first, last) }
        guard let first = districts(earlier, selection), let last = districts(later, selection) else { return nil }
        return (Count(persons: first, isDistrictsOnly: true), Count(persons: last, isDistrictsOnly: true))
    }

    /// The years in which any place of the split has a figure.
    func years(_ areas: [Area]) -> [Int] { Set(areas.flatMap { table.years(of: $0) }).sorted() }

    private func told(_ area: Area, _ year: Int, _ selection: Selection) -> Int? {
        var sum = 0
        for ages in selection.ages {
            guard let persons = table.persons(area, year, selection.sex, ages) else { return nil }
            sum += persons
        }
        return sum
    }

    private func districts(_ year: Int, _ selection: Selection) -> Int? {
        var sum: Int?
        for district in division.districts {
            let area = Area.district(division.split, district)
            guard let persons = told(area, year, selection) else { continue }
            sum = (sum ?? 0) + persons
        }
        return sum
    }
}
