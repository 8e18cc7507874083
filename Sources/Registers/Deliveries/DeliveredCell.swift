import LocatedInput

/// One count as a delivery has it, in our codes but for the place, which is the owner's.
@_spi(Confidential) public struct DeliveredCell: Hashable, Sendable {
    /// What a count is about.
    public struct Key: Hashable, Sendable {
        /// The owner's code of the place, as written.
        public let area: String
        /// The year.
        public let year: Int
        /// The sex; both where the delivery does not tell.
        public let sex: Sex
        /// The ages.
        public let age: AgeRange
        /// Our name of the category; ``DeliveryLayout/everything`` where the delivery tells none apart.
        public let category: String

        /// A count of persons or events of `sex`, `age` and `category` in `area` and `year`.
        public init(area: String, year: Int, sex: Sex, age: AgeRange, category: String) {
            self.area = area
            self.year = year
            self.sex = sex
            self.age = age
            self.category = category
        }
    }

    /// What stands in the cell.
    public enum Reading: Hashable, Sendable {
        /// A number of zero or more.
        case number(Double)
        /// No number.
        case absent(Absence)
    }

    /// The largest count that is believed: no register of Norway counts more in one place and year.
    public static let largestCount = 99_999_999.0

    /// What the count is about.
    public let key: Key
    /// The count.
    public var count: Reading
    /// Where it was written.
    public let location: SourceLocation

    /// The count `count` of `key`, written at `location`.
    public init(_ key: Key, count: Reading, at location: SourceLocation) {
        self.key = key
        self.count = count
        self.location = location
    }

    /// The owner's code of the place, as written.
    public var area: String { key.area }
    /// The year.
    public var year: Int { key.year }
    /// The sex; both where the delivery does not tell.
    public var sex: Sex { key.sex }
    /// The ages.
    public var age: AgeRange { key.age }
    /// Our name of the category.
    public var category: String { key.category }
}

extension DeliveredCell.Key: Comparable, CustomStringConvertible {
    /// By place, year, sex, age and category.
    public static func < (left: Self, right: Self) -> Bool {
        (left.area, left.year, left.sex, left.age, left.category)
            < (right.area, right.year, right.sex, right.age, right.category)
    }

    /// The codes, for a diagnostic.
    public var description: String { "area \(area), \(year), sex \(sex), age \(age), category '\(category)'" }
}
