import LocatedInput

/// Works facts into the tables of the country.
struct CountryMerge {
    let before: CountryTables
    let facts: ImportFacts

    /// The tables with the facts worked in; a unit that would be lost is reported.
    func merged(_ diagnostics: inout Diagnostics) -> CountryTables {
        let listed = facts.units.values.flatMap(\.entries.keys)
        let merge = UnitMerge(
            before: before.own, own: Set(before.own.units.map(\.code)).union(listed), lists: facts.units)
        let units = merge.units
        let told = facts.changes.map(\.row)
        let tables = UnitTables(
            units: units,
            changes: merge.changes(adding: told + renumberings(units, told + before.own.changes), UnitLives(units)))
        merge.checkLosses(tables, &diagnostics)
        return CountryTables(own: tables, kommuner: kommuner)
    }

    private var kommuner: [KommuneName] {
        var timelines = Dictionary(grouping: before.kommuner, by: \.code).mapValues { rows in
            Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.name) })
        }
        for (date, list) in facts.kommuner.sorted(by: { $0.key < $1.key }) {
            for code in Set(timelines.keys).union(list.entries.keys) {
                timelines[code, default: Timeline()].learn(list.entries[code]?.value, on: date)
            }
        }
        return timelines.flatMap { code, timeline in
            timeline.spans.map { KommuneName(code: code, name: $0.state, validity: $0.days) }
        }
    }

    /// The changes that follow from the lists alone, on the days of the lists.
    private func renumberings(_ units: [Unit], _ told: [UnitChange]) -> [UnitChange] {
        facts.units.keys.sorted().flatMap { date -> [UnitChange] in
            guard let eve = date.dayBefore else { return [] }
            return KommuneRenumbering(
                date: date, before: Self.names(units, on: eve), after: Self.names(units, on: date),
                told: Set(told.filter { $0.date == date }.flatMap { [$0.old, $0.new].compactMap(\.self) })
            ).changes
        }
    }

    private static func names(_ units: [Unit], on date: CalendarDate) -> [GrunnkretsCode: String] {
        Dictionary(
            units.filter { $0.validity.contains(date) }.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first })
    }
}
