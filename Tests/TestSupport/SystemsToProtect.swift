import Cells
import Foundation

/// Seeded systems of the sizes that protection must manage: places that add up to larger places, by sex, age and year,
/// with every total.
public struct SystemsToProtect {
    /// Places that add up: `parents[i]` is the place that place `i` is part of, nil for the whole.
    private let parents: [Int?]
    /// The published sums over years, each from its first year up to but not including its end.
    private let periods: [Range<Int>]
    private let ages = 8

    private init(parents: [Int?], periods: [Range<Int>]) {
        self.parents = parents
        self.periods = periods
    }

    /// A city of 100 parts in 15 districts, both sexes and eight ages: 3,132 cells, about 36 % of them from 1 to 4.
    public static func city(seed: UInt64 = 1) -> CellSystem {
        SystemsToProtect(parents: nested(parts: 100, groups: 15), periods: [0..<1]).system(mean: 4, seed: seed)
    }

    /// A country of 357 municipalities in 15 counties, both sexes and eight ages: 10,071 cells.
    public static func country(seed: UInt64 = 2) -> CellSystem {
        SystemsToProtect(parents: nested(parts: 357, groups: 15), periods: [0..<1]).system(mean: 4, seed: seed)
    }

    /// Fifteen districts and their city over twelve years, with every sum of three years in a row: 9,504 cells.
    public static func windows(seed: UInt64 = 3) -> CellSystem {
        let periods = (0..<12).map { $0..<($0 + 1) } + (0..<10).map { $0..<($0 + 3) }
        return SystemsToProtect(parents: [nil] + [Int?](repeating: 0, count: 15), periods: periods)
            .system(mean: 5, seed: seed)
    }

    /// The whole, its groups, and parts of uneven number in the groups.
    private static func nested(parts: Int, groups: Int) -> [Int?] {
        [nil] + [Int?](repeating: 0, count: groups) + (0..<parts).map { 1 + ($0 * $0 / 7 + $0) % groups }
    }

    /// The cells of every place, sex (0 both), age (0 all) and period, and the relations between them.
    private func system(mean: Double, seed: UInt64) -> CellSystem {
        var draws = SeededDraws(seed: seed)
        let years = periods.map(\.upperBound).max() ?? 1
        let lines = 3 * (ages + 1)
        var values = [Int](repeating: 0, count: parents.count * lines * years)
        func place(_ area: Int, _ sex: Int, _ age: Int, _ year: Int) -> Int {
            ((area * 3 + sex) * (ages + 1) + age) * years + year
        }
        for area in parents.indices where !parents.contains(area) {
            let size = 0.2 + 1.6 * draws.share()
            for sex in 1...2 {
                for age in 1...ages {
                    let gradient = 2 * Double(age) * Double(age) / Double(ages * ages)
                    for year in 0..<years {
                        let count = draws.count(mean: mean * size * gradient)
                        for (sex, age) in [(sex, age), (0, age), (sex, 0), (0, 0)] {
                            var above: Int? = area
                            while let area = above {
                                values[place(area, sex, age, year)] += count
                                above = parents[area]
                            }
                        }
                    }
                }
            }
        }
        var cells: [Cell] = []
        func index(_ area: Int, _ sex: Int, _ age: Int, _ period: Int) -> Int {
            ((area * 3 + sex) * (ages + 1) + age) * periods.count + period
        }
        for area in parents.indices {
            for sex in 0...2 {
                for age in 0...ages {
                    for (place0, period) in periods.enumerated() {
                        let sum = period.reduce(0) { $0 + values[place(area, sex, age, $1)] }
                        cells.append(Cell("a\(area)-s\(sex)-g\(age)-t\(place0)", Double(sum)))
                    }
                }
            }
        }
        var relations: [Relation] = []
        func add(_ total: Int, _ parts: [Int]) {
            relations.append(Relation("r\(relations.count)", total: total, parts: parts))
        }
        for period in periods.indices {
            for sex in 0...2 {
                for age in 0...ages {
                    for area in parents.indices {
                        let parts = parents.indices.filter { parents[$0] == area }
                        guard !parts.isEmpty else { continue }
                        add(index(area, sex, age, period), parts.map { index($0, sex, age, period) })
                    }
                }
            }
            for area in parents.indices {
                for age in 0...ages {
                    add(index(area, 0, age, period), [1, 2].map { index(area, $0, age, period) })
                }
                for sex in 0...2 {
                    add(index(area, sex, 0, period), (1...ages).map { index(area, sex, $0, period) })
                }
            }
        }
        for (place, period) in periods.enumerated() where period.count > 1 {
            for area in parents.indices {
                for sex in 0...2 {
                    for age in 0...ages { add(index(area, sex, age, place), period.map { index(area, sex, age, $0) }) }
                }
            }
        }
        return CellSystem(cells, relations)
    }
}
