import Registers

/// What a register tells apart in one place: years, sexes, ages and categories, in this order.
struct CellAxes: Sendable {
    /// The years.
    let years: ClosedRange<Int>
    /// The sexes: men and women, or both alone.
    let sexes: [Sex]
    /// The ages, in order.
    let ages: [AgeRange]
    /// Our names of the categories, in order.
    let categories: [String]

    /// How many cells a place has in one year.
    var sizeOfYear: Int { sexes.count * ages.count * categories.count }
    /// How many cells a place has.
    var size: Int { years.count * sizeOfYear }

    /// Where a cell stands.
    func place(_ year: Int, _ sex: Int, _ age: Int, _ category: Int) -> Int {
        (((year - years.lowerBound) * sexes.count + sex) * ages.count + age) * categories.count + category
    }
}

/// The counts of one place in the order of ``CellAxes``, categories fastest.
struct CellBlock: Sendable {
    /// The code of the place.
    let code: String
    /// The counts.
    var counts: [Int32]

    /// Nothing in the place `code`.
    init(_ code: String, _ axes: CellAxes) {
        self.code = code
        counts = [Int32](repeating: 0, count: axes.size)
    }

    /// Adds the counts of another place.
    mutating func add(_ other: CellBlock) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// Lets there be no less anywhere than in a part of the place.
    mutating func raise(to part: CellBlock) {
        for place in counts.indices { counts[place] = max(counts[place], part.counts[place]) }
    }
}
