import Geography

/// Figures of ``InventedRegister`` worked out once more, cell by cell, with nothing in common with the program: slow, and
/// easy to see through.
enum ObviousFigures {
    typealias Formula = (_ place: Int, _ year: Int, _ sex: Int, _ age: Int) -> Double

    static let men = [1]
    static let women = [2]
    static let both = [1, 2]
    static let everybody = Array(0...105)

    static func category(_ name: String) -> Formula { { Double(InventedRegister.count(name, $0, $1, $2, $3)) } }

    static func persons(_ place: Int, _ year: Int, _ sex: Int, _ age: Int) -> Double {
        Double(InventedRegister.persons(place, year, sex, age))
    }

    static func personYears(_ place: Int, _ year: Int, _ sex: Int, _ age: Int) -> Double {
        (persons(place, year, sex, age) + persons(place, year + 1, sex, age)) / 2
    }

    static func sum(_ formula: Formula, _ area: Area, _ years: [Int], _ sexes: [Int], _ ages: [Int]) -> Double {
        var sum = 0.0
        for place in InventedRegister.numbers(of: area) {
            for year in years {
                for sex in sexes {
                    for age in ages { sum += formula(place, year, sex, age) }
                }
            }
        }
        return sum
    }

    static func quotient(
        _ top: Formula, _ bottom: Formula, _ area: Area, _ years: [Int], _ sexes: [Int], _ ages: [Int]
    ) -> Double {
        sum(top, area, years, sexes, ages) / sum(bottom, area, years, sexes, ages)
    }

    /// What is there, over what would be there if every group were as in the country, times the country's own.
    static func standardised(
        _ top: Formula, _ bottom: Formula, _ area: Area, _ years: [Int], sexes: [[Int]], ages: [[Int]]
    ) -> Double {
        var observed = 0.0
        var expected = 0.0
        for sex in sexes {
            for age in ages {
                observed += sum(top, area, years, sex, age)
                expected +=
                    quotient(top, bottom, .country, years, sex, age) * sum(bottom, area, years, sex, age)
            }
        }
        return observed / expected
            * quotient(top, bottom, .country, years, sexes.flatMap { $0 }, ages.flatMap { $0 })
    }

    /// Everybody born at once, and who is left at each age; `nil` where the open band is without deaths.
    static func lifeExpectancy(_ area: Area, _ years: [Int], _ sexes: [Int]) -> Double {
        var bands: [[Int]] = [[0], [1, 2, 3, 4]]
        for from in stride(from: 5, to: 90, by: 5) { bands.append(Array(from..<from + 5)) }
        var alive = 100_000.0
        var lived = 0.0
        for band in bands {
            let mortality = quotient(category("died"), personYears, area, years, sexes, band)
            let length = Double(band.count)
            let part = band == [0] ? 0.1 : 0.5
            let dead = alive * min(1, length * mortality / (1 + length * (1 - part) * mortality))
            lived += length * (alive - dead) + length * part * dead
            alive -= dead
        }
        let last = quotient(category("died"), personYears, area, years, sexes, Array(90...105))
        return (lived + alive / last) / 100_000
    }
}
