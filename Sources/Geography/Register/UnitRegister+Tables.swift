extension UnitRegister {
    /// The tables of a city that is the kommune `code`, from the day `first` on: the units it has had under each of its
    /// codes (``lineage(ofKommune:)``), all that they came from, and all that came of them, with the changes between.
    ///
    /// They keep the rules of a city's own `units.csv` and `changes.csv`. A unit that is older than `first` begins there.
    public func tables(ofKommune code: KommuneCode, from first: CalendarDate) -> UnitTables {
        let changes = changes.filter { first < $0.date }
        let numbered = lineage(ofKommune: code).flatMap { rows(ofUnitsIn: $0.code) }.compactMap { $0.since(first) }
        let own = Self.closed(
            Set(numbered.map(\.code)), changes.compactMap { change in change.new.map { (from: $0, to: change.old) } })
        let all = Self.closed(own, changes.compactMap { change in change.new.map { (from: change.old, to: $0) } })
        return UnitTables(
            units: all.sorted().flatMap(self.rows).compactMap { $0.since(first) },
            changes: changes.filter { all.contains($0.old) })
    }

    /// `units` and all that `steps`, from one unit to another, lead to from them.
    private static func closed(
        _ units: Set<GrunnkretsCode>, _ steps: [(from: GrunnkretsCode, to: GrunnkretsCode)]
    ) -> Set<GrunnkretsCode> {
        let following = Dictionary(grouping: steps, by: \.from)
        var found = units
        var waiting = Array(units)
        while let unit = waiting.popLast() {
            for step in following[unit] ?? [] where found.insert(step.to).inserted { waiting.append(step.to) }
        }
        return found
    }
}

extension Unit {
    /// The row as far as it holds from the day `first` on.
    fileprivate func since(_ first: CalendarDate) -> Unit? {
        validity.intersection(DateRange(from: first)).map { Unit(code: code, name: name, validity: $0) }
    }
}
