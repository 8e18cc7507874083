import LocatedInput

/// Works facts into the tables of a city.
struct CityMerge {
    private let definition: CityDefinition
    private let before: CityTables
    private let facts: ImportFacts
    /// Units of the city under any of its codes, and all that they came from.
    private let own: Set<GrunnkretsCode>

    init(definition: CityDefinition, before: CityTables, facts: ImportFacts) {
        self.definition = definition
        self.before = before
        self.facts = facts
        own = Self.unitsOfCity(definition, before, facts)
    }

    /// True if a list holds a unit or district of the city, or a change has led to one.
    var tellsOfCity: Bool {
        facts.changes.contains(where: isOwn)
            || Set(facts.units.keys).union(facts.places.keys).contains { tells(ofCityOn: $0) }
            || facts.districts.contains { date, list in !districts(list, on: date).isEmpty }
    }

    /// The tables with the facts worked in; a unit that would be lost is reported.
    func merged(_ diagnostics: inout Diagnostics) -> CityTables {
        let merge = UnitMerge(before: before.own, own: own, lists: facts.units.filter { tells(ofCityOn: $0.key) })
        var tables = CityTables()
        tables.units = merge.units
        tables.changes = merge.changes(adding: facts.changes.filter(isOwn).map(\.row), UnitLives(tables.units))
        tables.districts = mergedDistricts
        tables.members = mergedMembers(tables.units)
        merge.checkLosses(tables.own, &diagnostics)
        return tables
    }

    // MARK: What belongs to the city

    private static func unitsOfCity(_ definition: CityDefinition, _ before: CityTables, _ facts: ImportFacts)
        -> Set<GrunnkretsCode>
    {
        let codes = definition.kommuner.map(\.code)
        var own = Set(before.units.map(\.code))
        let listed = facts.units.values.flatMap(\.entries.keys) + facts.places.values.flatMap(\.entries.keys)
        let changes = facts.changes.map { ($0.old, $0.new) } + before.changes.map { ($0.old, $0.new) }
        let changed = changes.flatMap { [$0.0, $0.1].compactMap { $0 } }
        own.formUnion((listed + changed).filter { unit in codes.contains(where: unit.lies) })
        return own.closed(under: changes.compactMap { change in change.1.map { (from: $0, to: change.0) } })
    }

    private func isOwn(_ change: ImportFacts.Change) -> Bool { change.new.map(own.contains) ?? false }

    private func kommune(on date: CalendarDate) -> KommuneCode? {
        definition.kommuner.first { $0.validity.contains(date) }?.code
    }

    /// True if the list of units or of places of `date` holds a unit of the city; then it holds all of them.
    private func tells(ofCityOn date: CalendarDate) -> Bool {
        guard let kommune = kommune(on: date) else { return false }
        return facts.units[date]?.entries.keys.contains { $0.lies(in: kommune) } ?? false
            || facts.places[date]?.entries.keys.contains { $0.lies(in: kommune) } ?? false
    }

    /// The districts of the city in a list: those that hold a unit of the city on that date, and where the list has no
    /// units, those numbered within the kommune. `xxxx99` is for people of no district.
    private func districts(_ list: ImportFacts.List<DistrictCode, String>, on date: CalendarDate) -> [DistrictCode:
        String]
    {
        guard let kommune = kommune(on: date) else { return [:] }
        let holding = facts.places[date].map { places in
            Set(places.entries.filter { $0.key.lies(in: kommune) }.values.map(\.value))
        }
        return list.entries.filter { code, _ in
            code.digits != kommune.digits + "99"
                && (holding?.contains(code) ?? code.digits.hasPrefix(kommune.digits))
        }.mapValues(\.value)
    }

    // MARK: Tables

    private struct DistrictState: Hashable {
        let name: PlaceName
        let isPublished: Bool
    }

    private var mergedDistricts: [District] {
        var timelines = Dictionary(grouping: before.districts, by: \.code).mapValues { rows in
            Timeline(
                rows.map {
                    Timeline<DistrictState>.Span(
                        days: $0.validity, state: DistrictState(name: $0.name, isPublished: $0.isPublished))
                })
        }
        for (date, list) in facts.districts.sorted(by: { $0.key < $1.key }) {
            let listed = districts(list, on: date)
            if listed.isEmpty { continue }
            for code in Set(timelines.keys).union(listed.keys) {
                let timeline = timelines[code, default: Timeline()]
                timelines[code, default: Timeline()].learn(
                    listed[code].map { Self.state(named: $0, in: timeline, on: date) }, on: date)
            }
        }
        return timelines.flatMap { code, timeline in
            timeline.spans.map {
                District(code: code, name: $0.state.name, validity: $0.days, isPublished: $0.state.isPublished)
            }
        }
    }

    /// Names in other languages go with a name in bokmål; whether the district is published goes with its code.
    private static func state(
        named name: String, in timeline: Timeline<DistrictState>, on date: CalendarDate
    ) -> DistrictState {
        let known = [timeline.state(on: date)].compactMap { $0 } + timeline.spans.reversed().map(\.state)
        return known.first { $0.name.nb == name }
            ?? DistrictState(name: PlaceName(nb: name), isPublished: known.first?.isPublished ?? true)
    }

    private func mergedMembers(_ units: [Unit]) -> [Membership] {
        var timelines = Dictionary(grouping: before.members, by: \.unit).mapValues { rows in
            Timeline(rows.map { Timeline<DistrictCode>.Span(days: $0.validity, state: $0.district) })
        }
        for (date, list) in facts.places.sorted(by: { $0.key < $1.key }) {
            guard let kommune = kommune(on: date), tells(ofCityOn: date) else { continue }
            for unit in own {
                let district = unit.lies(in: kommune) ? list.entries[unit]?.value : nil
                timelines[unit, default: Timeline()].learn(district, on: date)
            }
        }
        let lives = Dictionary(grouping: units, by: \.code).mapValues { DateRange.coalesced($0.map(\.validity)) }
        return timelines.flatMap { unit, timeline in
            var living = timeline
            living.keep(within: lives[unit] ?? [])
            return living.spans.map { Membership(unit: unit, district: $0.state, validity: $0.days) }
        }
    }
}
