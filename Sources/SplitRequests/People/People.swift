import Geography

/// How many people live in each unit, by year and age. Confidential: nothing of it is ever printed.
public struct People: Sendable {
    /// A group of ages that health figures are made for.
    public struct AgeGroup: Hashable, Sendable {
        /// The youngest.
        public let from: Int
        /// The oldest; `nil` for no limit.
        public let to: Int?

        /// `0–17`, `80+`.
        public var text: String { to.map { "\(from)–\($0)" } ?? "\(from)+" }

        /// The groups that most indicators need: children, the young, the middle-aged and the oldest.
        public static let keys = [
            AgeGroup(from: 0, to: 17), AgeGroup(from: 15, to: 24), AgeGroup(from: 45, to: 74),
            AgeGroup(from: 80, to: nil),
        ]

        func contains(_ age: Int) -> Bool { age >= from && (to.map { age <= $0 } ?? true) }
    }

    private var totals: [Int: [GrunnkretsCode: Int]] = [:]
    private var groups: [Int: [GrunnkretsCode: [Int]]] = [:]

    /// True if nobody lives anywhere.
    public var isEmpty: Bool { totals.isEmpty }

    /// Those who live in `units`; a year without any of them is left out.
    public func living(in units: Set<GrunnkretsCode>) -> People {
        func own<Value>(_ years: [Int: [GrunnkretsCode: Value]]) -> [Int: [GrunnkretsCode: Value]] {
            years.mapValues { $0.filter { units.contains($0.key) } }.filter { !$0.value.isEmpty }
        }
        var people = People()
        people.totals = own(totals)
        people.groups = own(groups)
        return people
    }

    /// Nobody.
    public init() {}

    /// Adds `count` people of `age` in `unit` at the beginning of `year`; `nil` for people of all ages together.
    public mutating func add(_ count: Int, of age: Int?, in unit: GrunnkretsCode, year: Int) {
        totals[year, default: [:]][unit, default: 0] += count
        guard let age else { return }
        for (index, group) in AgeGroup.keys.enumerated() where group.contains(age) {
            groups[year, default: [:]][unit, default: AgeGroup.keys.map { _ in 0 }][index] += count
        }
    }

    /// The years there are people of, in order.
    public var years: [Int] { totals.keys.sorted() }

    /// The people of `units` in `year`; a unit that isn't named has none. `nil` where the year is not known.
    public func count(in units: some Sequence<GrunnkretsCode>, year: Int) -> Int? {
        totals[year].map { counts in units.reduce(0) { $0 + (counts[$1] ?? 0) } }
    }

    /// The people of each key age group in `units`; `nil` where ages are not known.
    public func countsByAge(in units: some Sequence<GrunnkretsCode>, year: Int) -> [Int]? {
        groups[year].map { counts in
            units.reduce(AgeGroup.keys.map { _ in 0 }) { sums, unit in
                counts[unit].map { zip(sums, $0).map(+) } ?? sums
            }
        }
    }

    /// The newest year that is not after `date`'s.
    public func year(at date: CalendarDate) -> Int? { years.last { $0 <= date.year } ?? years.first }
}
