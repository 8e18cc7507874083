import Geography

/// What a requested split is held against.
public struct RequestContext: Sendable {
    /// The country's units.
    public let register: UnitRegister
    /// The municipality as a city that is published already; `nil` where it is new.
    public let city: City?
    /// Who lives where; `nil` where nobody has said.
    public let people: People?
    /// What is demanded.
    public let policy: RequestPolicy
    /// Splits of the city that are compared with though they are not published.
    public let alsoAgainst: Set<SplitID>
    /// Works out what would be shown; `nil` where nobody has given deliveries.
    public let trial: YieldTrial?

    /// A request is held against these.
    public init(
        register: UnitRegister, city: City?, people: People?, policy: RequestPolicy, alsoAgainst: Set<SplitID> = [],
        trial: YieldTrial? = nil
    ) {
        self.register = register
        self.city = city
        self.people = people
        self.policy = policy
        self.alsoAgainst = alsoAgainst
        self.trial = trial
    }

    /// The unit's name on the day.
    func name(of unit: GrunnkretsCode, on date: CalendarDate) -> String { register.unit(unit, on: date)?.name ?? "" }

    /// Units with their names on the day, one after another.
    func named(_ units: [GrunnkretsCode], on date: CalendarDate) -> String {
        units.map { "\($0) \(name(of: $0, on: date))" }.joined(separator: ", ")
    }

    /// The names of all units that `split` is about, in districts or not.
    func names(of split: RequestedSplit) -> [GrunnkretsCode: String] {
        let units = split.districts.flatMap(\.units) + split.unplaced
        return Dictionary(units.map { ($0, name(of: $0, on: split.date)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The splits of the city that a request is compared with: those that were ever published and divide it on `date`, and
    /// those that were named.
    func published(on date: CalendarDate) -> [Split] {
        city?.splits.filter { split in
            (split.status != .proposed || alsoAgainst.contains(split.id)) && !split.districts(on: date).isEmpty
        } ?? []
    }
}
