/// Follows units through the changes of a city, forwards and backwards in time.
struct UnitTracing: Sendable {
    /// The changes, in order of time and then of codes.
    let changes: [UnitChange]
    private let steps: [Step]
    /// The units of all changes; any other was always what it is.
    private let changed: Set<GrunnkretsCode>

    /// All that happened on one day.
    private struct Step {
        let date: CalendarDate
        let changes: [GrunnkretsCode: [UnitChange]]
        let successors: [GrunnkretsCode: [GrunnkretsCode]]
        let predecessors: [GrunnkretsCode: [GrunnkretsCode]]
    }

    init(_ changes: [UnitChange]) {
        self.changes = changes.sorted {
            ($0.date, $0.old, $0.new?.digits ?? "") < ($1.date, $1.old, $1.new?.digits ?? "")
        }
        steps = Dictionary(grouping: changes, by: \.date).map { date, changes in
            let ofUnit = Dictionary(grouping: changes, by: \.old)
            return Step(
                date: date, changes: ofUnit, successors: ofUnit.mapValues { $0.compactMap(\.new) },
                predecessors: changes.reduce(into: [:]) { found, change in
                    if let new = change.new { found[new, default: []].append(change.old) }
                })
        }.sorted { $0.date < $1.date }
        changed = Set(changes.flatMap { [$0.old, $0.new].compactMap(\.self) })
    }

    /// The units on `target` that share ground with the `units` of `date`; either day may be the earlier one.
    func trace(_ units: Set<GrunnkretsCode>, from date: CalendarDate, to target: CalendarDate) -> Set<GrunnkretsCode> {
        var traced = units.intersection(changed)
        let unchanged = units.subtracting(traced)
        if date < target {
            for step in steps where date < step.date && step.date <= target {
                traced = Set(traced.flatMap { step.successors[$0] ?? [$0] })
            }
        } else {
            for step in steps.reversed() where target < step.date && step.date <= date {
                traced = Set(traced.flatMap { step.predecessors[$0] ?? [$0] })
            }
        }
        return unchanged.union(traced)
    }

    /// What came of `unit` of `date` by a later day, and how much of its people went there; a share that nobody has
    /// stated on the way is `nil`.
    func shares(of unit: GrunnkretsCode, from date: CalendarDate, to later: CalendarDate) -> [GrunnkretsCode: Double?] {
        var traced: [GrunnkretsCode: Double?] = [unit: 1]
        guard changed.contains(unit) else { return traced }
        for step in steps where date < step.date && step.date <= later {
            var next: [GrunnkretsCode: Double?] = [:]
            for (unit, held) in traced {
                let parts = step.changes[unit]?.map { (unit: $0.new, share: $0.share) } ?? [(unit: unit, share: 1)]
                for part in parts {
                    guard let new = part.unit else { continue }
                    let share = part.share.flatMap { share in held.map { $0 * share } }
                    if let other = next[new] {
                        next[new] = .some(share.flatMap { share in other.map { $0 + share } })
                    } else {
                        next[new] = .some(share)
                    }
                }
            }
            traced = next
        }
        return traced
    }

    /// Today's units that were not, or not wholly, among `then`; and those of `then` that are not, or not wholly, among
    /// today's. Both are sorted, and both are empty if the ground is the same.
    func difference(
        _ now: Set<GrunnkretsCode>, on today: CalendarDate, then: Set<GrunnkretsCode>, on earlier: CalendarDate
    ) -> (gained: [GrunnkretsCode], lost: [GrunnkretsCode]) {
        let gained = now.filter { unit in
            guard changed.contains(unit) else { return !then.contains(unit) }
            return !trace([unit], from: today, to: earlier).isSubset(of: then)
        }
        let lost = then.filter { unit in
            guard changed.contains(unit) else { return !now.contains(unit) }
            let today = trace([unit], from: earlier, to: today)
            return today.isEmpty || !today.isSubset(of: now)
        }
        return (gained.sorted(), lost.sorted())
    }

    /// The changes that led to `unit`, through all its forebears, in order of time.
    func before(_ unit: GrunnkretsCode) -> [UnitChange] {
        var wanted: Set<GrunnkretsCode> = [unit]
        var found: [UnitChange] = []
        for step in steps.reversed() {
            let led = changes(on: step.date).filter { $0.new.map(wanted.contains) ?? false }
            found.insert(contentsOf: led, at: 0)
            wanted.formUnion(led.map(\.old))
        }
        return found
    }

    /// The changes that `unit` led to, through all that came of it, in order of time.
    func after(_ unit: GrunnkretsCode) -> [UnitChange] {
        var wanted: Set<GrunnkretsCode> = [unit]
        var found: [UnitChange] = []
        for step in steps {
            let led = changes(on: step.date).filter { wanted.contains($0.old) }
            found += led
            wanted.formUnion(led.compactMap(\.new))
        }
        return found
    }

    /// The history of `unit`, named in `rows`, both ways; `nil` where it has none.
    func history(of unit: GrunnkretsCode, rows: [Unit]) -> UnitHistory? {
        rows.isEmpty ? nil : UnitHistory(code: unit, rows: rows, before: before(unit), after: after(unit))
    }

    /// The units that came of `unit` of `date` by a `later` day, and how much of its people went to each, by code.
    func successors(of unit: GrunnkretsCode, on date: CalendarDate, at later: CalendarDate) -> [UnitShare] {
        shares(of: unit, from: date, to: later).map { UnitShare(unit: $0.key, share: $0.value) }
            .sorted { $0.unit < $1.unit }
    }

    private func changes(on date: CalendarDate) -> [UnitChange] { changes.filter { $0.date == date } }
}
