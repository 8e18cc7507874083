extension UnitRegister {
    /// The history of `unit`, both ways; `nil` if the register doesn't know it.
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

    /// The codes that one kommune has had, in order of time: `code` itself, the codes that ended as it began and so on
    /// back, and the codes that began as it ended and so on. It ends where no kommune gave, or took, more than half of
    /// the units on both sides: a kommune made of two equal ones goes on from neither.
    public func lineage(ofKommune code: KommuneCode) -> [Kommune] {
        guard let own = life(of: code) else { return [] }
        var lineage = [Kommune(code: code, validity: own)]
        while let first = lineage.first, let begins = first.validity.from, let eve = begins.dayBefore,
            let before = counterpart(of: first.code, on: begins, at: eve), let life = life(of: before),
            life.to == begins
        {
            lineage.insert(Kommune(code: before, validity: life), at: 0)
        }
        while let last = lineage.last, let ends = last.validity.to, let eve = ends.dayBefore,
            let next = counterpart(of: last.code, on: eve, at: ends), let life = life(of: next), life.from == ends
        {
            lineage.append(Kommune(code: next, validity: life))
        }
        return lineage
    }

    /// From the first day of the code's first row to the last day of its last.
    private func life(of code: KommuneCode) -> DateRange? {
        let rows = rows(ofKommune: code)
        guard let first = rows.first, let last = rows.last else { return nil }
        return DateRange(from: first.validity.from, to: last.validity.to)
    }

    /// The kommune on `target` that shares more than half of the units of `code` with it, counted on both days.
    private func counterpart(of code: KommuneCode, on date: CalendarDate, at target: CalendarDate) -> KommuneCode? {
        let here = Set(units(of: code, on: date).map(\.code))
        let there = tracing.trace(here, from: date, to: target)
        return Set(there.map(\.home)).sorted().first { other in
            let all = Set(units(of: other, on: target).map(\.code))
            let back = tracing.trace(all.intersection(there), from: target, to: date).intersection(here)
            return all.intersection(there).count * 2 > all.count && back.count * 2 > here.count
        }
    }
}
