import Registers

/// The persons of one place by year, sex and single year of age.
struct Persons: Sendable {
    /// How many single years of age there are.
    static let ages = PublishedPopulation.lastAge + 1
    /// Men, then women: the sexes that persons are told apart by.
    static let sexes: [Sex] = [.men, .women]

    /// The years.
    let years: ClosedRange<Int>
    /// The persons, ages fastest, then sexes, then years.
    private(set) var counts: [Int32]

    /// Nobody.
    init(years: ClosedRange<Int>) {
        self.years = years
        counts = [Int32](repeating: 0, count: years.count * 2 * Self.ages)
    }

    /// Where the persons of `year` and of the sex at place `sex` begin.
    func start(_ year: Int, _ sex: Int) -> Int { ((year - years.lowerBound) * 2 + sex) * Self.ages }

    /// The persons of the sex at place `sex` in `year`, by age.
    subscript(year: Int, sex: Int) -> ArraySlice<Int32> {
        get { counts[start(year, sex)..<start(year, sex) + Self.ages] }
        set { counts.replaceSubrange(start(year, sex)..<start(year, sex) + Self.ages, with: newValue) }
    }

    /// Everybody in `year`.
    func total(_ year: Int) -> Int {
        counts[start(year, 0)..<start(year, 0) + 2 * Self.ages].reduce(0) { $0 + Int($1) }
    }

    /// Lets `persons` be at `place`.
    mutating func set(_ persons: Int32, at place: Int) { counts[place] = persons }

    /// Adds one person.
    mutating func addOne(at place: Int) { counts[place] += 1 }

    /// Adds the persons of another place.
    mutating func add(_ other: Persons) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// Takes away those there are more of than in `whole`.
    mutating func limit(to whole: Persons) {
        for place in counts.indices { counts[place] = min(counts[place], whole.counts[place]) }
    }

    /// Takes away the persons of a part, never more than there are.
    mutating func takeAway(_ part: Persons) {
        for place in counts.indices { counts[place] = max(0, counts[place] - part.counts[place]) }
    }
}
