import LocatedInput

/// Works whole lists of units, and changes of their codes, into dated rows.
struct UnitMerge {
    /// What the tables say.
    let before: UnitTables
    /// The units that the tables are about.
    let own: Set<GrunnkretsCode>
    /// What the lists call the units, by the lists' dates; each list holds all units there are.
    let lists: [CalendarDate: ImportFacts.List<GrunnkretsCode, String>]

    /// A unit on the day something happens to it.
    private struct Event: Hashable {
        let unit: GrunnkretsCode
        let date: CalendarDate
    }

    /// The rows of units: those there were, and what the lists say.
    var units: [Unit] {
        var timelines = Dictionary(grouping: before.units, by: \.code).mapValues { rows in
            Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.name) })
        }
        for (date, list) in lists.sorted(by: { $0.key < $1.key }) {
            for unit in own { timelines[unit, default: Timeline()].learn(list.entries[unit]?.value, on: date) }
        }
        return timelines.flatMap { code, timeline in
            timeline.spans.map { Unit(code: code, name: $0.state, validity: $0.days) }
        }
    }

    /// The rows of changes: those there were, the `told` ones that are new, and a row for each unit that keeps its code
    /// while it gives or takes. A unit that goes to several is shared out in a way that nobody has told.
    func changes(adding told: [UnitChange], _ lives: UnitLives) -> [UnitChange] {
        var changes = before.changes
        var known = Set(changes.map(\.step))
        for change in told where known.insert(change.step).inserted { changes.append(change) }
        for (date, ofDate) in Dictionary(grouping: changes, by: \.date) {
            guard let eve = date.dayBefore, let source = ofDate.map(\.source).min() else { continue }
            let givers = Set(ofDate.map(\.old))
            let takers = Set(ofDate.compactMap(\.new))
            for unit in givers.symmetricDifference(takers) where lives.has(unit, on: eve) && lives.has(unit, on: date) {
                changes.append(
                    UnitChange(old: unit, new: unit, date: date, share: 1, basis: .whole, source: source))
            }
        }
        let counts = Dictionary(grouping: changes) { Event(unit: $0.old, date: $0.date) }.mapValues(\.count)
        return changes.map { change in
            guard change.basis == .whole, counts[Event(unit: change.old, date: change.date), default: 1] > 1 else {
                return change
            }
            return UnitChange(
                old: change.old, new: change.new, date: change.date, share: nil, basis: .unknown, source: change.source)
        }
    }

    /// Reports units that end in `after` and not in the tables there were, and that no change says the end of; and warns
    /// of those that begin so, but on the first day of all.
    func checkLosses(_ after: UnitTables, _ diagnostics: inout Diagnostics) {
        let explained = Set(after.changes.map { Event(unit: $0.old, date: $0.date) })
        let reached = Set(after.changes.compactMap { change in change.new.map { Event(unit: $0, date: change.date) } })
        let lost = Set(Self.ends(of: after.units)).subtracting(Self.ends(of: before.units)).subtracting(explained)
        let orphans = Set(Self.starts(of: after.units)).subtracting(Self.starts(of: before.units)).subtracting(reached)
        let firstDay = after.units.compactMap(\.validity.from).min()
        for date in Set((lost.union(orphans)).map(\.date)) where date != firstDay {
            let gone = lost.filter { $0.date == date }.map(\.unit).sorted()
            let new = orphans.filter { $0.date == date }.map(\.unit).sorted()
            let list = lists[date]?.entries.values.map(\.location).min().map { SourceLocation(file: $0.file) }
            let location = list ?? SourceLocation(file: "")
            report(gone, among: after.units, new, date, at: location, &diagnostics)
            let explained = Set(gone.map(\.home))
            for unit in new where !explained.contains(unit.home) {
                diagnostics.emit(.noOrigin(unit, date, at: location))
            }
        }
    }

    /// A kommune that is gone whole gets one finding, and so does a list that lacks most of them.
    private func report(
        _ gone: [GrunnkretsCode], among units: [Unit], _ new: [GrunnkretsCode], _ date: CalendarDate,
        at location: SourceLocation, _ diagnostics: inout Diagnostics
    ) {
        guard let eve = date.dayBefore else { return }
        let before = Dictionary(grouping: Set(units.filter { $0.validity.contains(eve) }.map(\.code)), by: \.home)
        let lost = Dictionary(grouping: gone, by: \.home)
        let whole = Set(lost.filter { home, units in before[home]?.count == units.count }.keys)
        if whole.count > 1, whole.count * 2 > before.count {
            diagnostics.emit(.partOfAList(date, at: location))
            return
        }
        for (home, units) in lost {
            if whole.contains(home), units.count > 1 {
                diagnostics.emit(.lostKommune(home, date, at: location))
            } else {
                for unit in units {
                    diagnostics.emit(.lostUnit(unit, date, candidates: new.filter { $0.home == home }, at: location))
                }
            }
        }
    }

    private static func ends(of units: [Unit]) -> [Event] { events(of: units) { $0.to } }

    private static func starts(of units: [Unit]) -> [Event] { events(of: units) { $0.from } }

    /// The days on which a unit begins or ends, whatever it is called.
    private static func events(of units: [Unit], _ day: (DateRange) -> CalendarDate?) -> [Event] {
        Dictionary(grouping: units, by: \.code).flatMap { code, rows in
            DateRange.coalesced(rows.map(\.validity)).compactMap { life in
                day(life).map { Event(unit: code, date: $0) }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func lostUnit(
        _ unit: GrunnkretsCode, _ date: CalendarDate, candidates: [GrunnkretsCode], at location: SourceLocation
    ) -> Diagnostic {
        let named = candidates.prefix(10).map(\.digits).joined(separator: ", ")
        return Diagnostic(
            .error, "LostUnit", at: location,
            "grunnkrets \(unit) is gone on \(date), and no change says what became of it",
            remedy: "import the change table of that date too, or add rows to changes.csv (basis 'ended' if nothing)"
                + (named.isEmpty ? "" : "; new in the kommune that day, and come of nothing: \(named)"))
    }

    fileprivate static func noOrigin(_ unit: GrunnkretsCode, _ date: CalendarDate, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .warning, "NoOrigin", at: location,
            "grunnkrets \(unit) begins on \(date), and no change says what it came of",
            remedy: "import the change table of that date too, or add a row to changes.csv; without one its figures "
                + "begin that day")
    }

    fileprivate static func lostKommune(_ kommune: KommuneCode, _ date: CalendarDate, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "LostKommune", at: location,
            "every grunnkrets of kommune \(kommune) is gone on \(date), and no change says what became of them",
            remedy: "import the change table of that date too, or the whole list if this one lacks the kommune")
    }

    fileprivate static func partOfAList(_ date: CalendarDate, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "PartOfAList", at: location,
            "the list of \(date) lacks most kommuner, and a list is taken to hold every grunnkrets there is",
            remedy: "fetch the whole list again, or the change table of that date if they all have new numbers")
    }
}
