import Geography
@_spi(Confidential) import Registers
import Statistics

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

    // MARK: - Mean age and the rest of the city

    /// The first single year of age.
    static let youngest = AgeRange(single: 0)

    /// The mean of ages, from the persons at each single year of age; `nil` where one is not told.
    ///
    /// Somebody of 40 completed years is 40.5 on average; the last, open age counts as its first year.
    static func meanAge(_ persons: (AgeRange) -> Int?) -> MeanSummary? {
        var values: [(value: Double, count: Int)] = []
        for age in 0...PopulationTable.lastAge {
            guard let count = persons(AgeRange(single: age)) else { return nil }
            values.append((Double(age) + 0.5, count))
        }
        return MeanSummary(values)
    }

    /// The counts of the city without `district`; `nil` for a measure that is not tested.
    func restOfCity(_ measure: Measure, without district: Area, _ year: Int) -> Basis? {
        let city = Area.kommune(division.kommune)
        func rest(_ selection: Selection) -> Int? {
            guard let whole = count(city, year, selection), let part = count(district, year, selection) else {
                return nil
            }
            return whole.persons - part.persons
        }
        switch measure {
        case .proportion(let top, let bottom):
            guard let numerator = rest(top), let denominator = rest(bottom) else { return nil }
            return .proportion(numerator: numerator, denominator: denominator)
        case .ratio(let top, let bottom):
            guard let numerator = rest(top), let denominator = rest(bottom) else { return nil }
            return .ratio(numerator: numerator, denominator: denominator)
        case .meanAge: return Self.meanAge { rest(Selection(ages: [$0])) }.map { .mean($0) }
        case .count, .growth, .shareOfCity, .growthSpread, .published: return nil
        }
    }
}

extension AgeRange {
    /// One year of age, or the last, open one.
    fileprivate init(single age: Int) {
        let last = age == PopulationTable.lastAge ? AgeRange.oldest : age
        guard let range = AgeRange(from: age, to: last) else { preconditionFailure("no age is \(age)") }
        self = range
    }
}
