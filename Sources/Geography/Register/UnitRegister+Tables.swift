extension UnitRegister {
    /// The tables of a city that is the kommune `code`, from the day `first` on: the units it has had under each of its
    /// codes (``lineage(ofKommune:)``), all that they came from, and all that came of them, with the changes between.
    ///
    /// They keep the rules of a city's own `units.csv` and `changes.csv`. A unit that is older than `first` begins there.
    public func tables(ofKommune code: KommuneCode, from first: CalendarDate) -> UnitTables {
        let changes = changes.filter { first < $0.date }
        let numbered = lineage(ofKommune: code).flatMap { rows(ofUnitsIn: $0.code) }.compactMap { $0.since(first) }
        let steps = changes.compactMap { change in change.new.map { (from: change.old, to: $0) } }
        let own = Set(numbered.map(\.code)).closed(under: steps.map { (from: $0.to, to: $0.from) })
        let all = own.closed(under: steps)
        return UnitTables(
            units: all.sorted().flatMap(self.rows).compactMap { $0.since(first) },
            changes: changes.filter { all.contains($0.old) })
    }
}

extension Unit {
    /// The row as far as it holds from the day `first` on.
    fileprivate func since(_ first: CalendarDate) -> Unit? {
        validity.intersection(DateRange(from: first)).map { Unit(code: code, name: name, validity: $0) }
    }
}
