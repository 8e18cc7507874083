import Geography

/// Figures that the owner has already published, such as percentages; never counts.
@_spi(Confidential) public struct OwnerFigures: Sendable {
    /// What one figure is about.
    public struct Key: Hashable, Sendable {
        /// The area.
        public let area: Area
        /// The years.
        public let period: Period
        /// The sex.
        public let sex: Sex
        /// The ages.
        public let age: AgeRange
        /// What is counted, by the register's own code, such as a vaccine.
        public let category: String

        /// A key.
        public init(area: Area, period: Period, sex: Sex = .both, age: AgeRange, category: String) {
            self.area = area
            self.period = period
            self.sex = sex
            self.age = age
            self.category = category
        }
    }

    /// The periods of any cell, in order.
    public let periods: [Period]
    private let figures: [Key: OwnerFigure]

    /// The table of `figures`.
    public init(_ figures: [Key: OwnerFigure]) {
        self.figures = figures
        periods = Set(figures.keys.map(\.period)).sorted()
    }

    /// The figure of `key`; `nil` where the owner's table has no such cell.
    public subscript(key: Key) -> OwnerFigure? { figures[key] }

    /// True if any place and period has a cell about this.
    public func has(sex: Sex, age: AgeRange, category: String) -> Bool {
        figures.keys.contains { $0.sex == sex && $0.age == age && $0.category == category }
    }

    /// The areas that have any cell, in order.
    public func areas() -> [Area] { Set(figures.keys.map(\.area)).sorted(by: Area.precedes) }

    /// The ages of any cell of `category`, in order.
    public func ages(of category: String) -> [AgeRange] {
        Set(figures.keys.filter { $0.category == category }.map(\.age)).sorted()
    }

    /// The categories of any cell, in order.
    public func categories() -> [String] { Set(figures.keys.map(\.category)).sorted() }
}
