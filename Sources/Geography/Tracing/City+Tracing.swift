extension City {
    /// The history of `unit`, both ways; `nil` if the city doesn't know it.
    public func history(of unit: GrunnkretsCode) -> UnitHistory? { tracing.history(of: unit, rows: rows(of: unit)) }

    /// The units on `target` that share ground with `unit` of `date`, by code; either day may be the earlier one.
    public func counterparts(
        of unit: GrunnkretsCode, on date: CalendarDate, at target: CalendarDate
    ) -> [GrunnkretsCode] {
        tracing.trace([unit], from: date, to: target).filter { self.unit($0, on: target) != nil }.sorted()
    }

    /// The units that came of `unit` of `date` by a `later` day, and how much of its people went to each, by code;
    /// empty where nothing came of it.
    public func successors(of unit: GrunnkretsCode, on date: CalendarDate, at later: CalendarDate) -> [UnitShare] {
        tracing.successors(of: unit, on: date, at: later)
    }

    /// Whether the whole city covers the same ground `today` as it did `earlier`.
    public func comparability(today: CalendarDate, earlier: CalendarDate) -> Comparability<KommuneCode> {
        let now = Set(units(on: today).map(\.code))
        let then = Set(units(on: earlier).map(\.code))
        guard let code = kommune(on: earlier), !now.isEmpty, !then.isEmpty else { return .absent }
        let (gained, lost) = tracing.difference(now, on: today, then: then, on: earlier)
        return gained.isEmpty && lost.isEmpty ? .same(code) : .changed(code, gained: gained, lost: lost)
    }
}
