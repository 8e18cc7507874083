import Geography
@_spi(Confidential) import Registers

/// Records of a register that are counted together: those of some categories, sexes and ages.
@_spi(Confidential) public struct CountedGroup: Hashable, Sendable {
    /// The register's categories, in order.
    public let categories: [String]
    /// The places of the sexes on the register's axis, in order.
    public let sexes: [Int]
    /// The places of the ages on the register's axis, in order.
    public let ages: [Int]

    /// The records of these categories, sexes and ages.
    public init(categories: [String], sexes: [Int], ages: [Int]) {
        self.categories = categories.sorted()
        self.sexes = sexes.sorted()
        self.ages = ages.sorted()
    }

    /// Its records in one place and year; `nil` where the register does not tell all of them.
    public func count(in table: CountTable, _ area: Area, _ year: Int) -> Double? {
        var sum = 0.0
        for category in categories {
            guard let count = table.sum(area, year, sexes: sexes, ages: ages, category) else { return nil }
            sum += count
        }
        return sum
    }
}
