/// What is in one set of tables and not in another, told as events.
struct ImportComparison {
    private let before: Set<ImportEntry>
    private let after: Set<ImportEntry>

    /// Compares the tables of a city.
    init(before: CityTables, after: CityTables) {
        self.before = Self.events(of: before)
        self.after = Self.events(of: after)
    }

    /// Compares the tables of the country.
    init(before: CountryTables, after: CountryTables) {
        self.before = Self.events(of: before)
        self.after = Self.events(of: after)
    }

    /// The events that are new, and those that are withdrawn.
    var entries: [ImportEntry] {
        Array(after.subtracting(before))
            + before.subtracting(after).map {
                ImportEntry(
                    date: $0.date, kind: .withdrawn, level: $0.level, code: $0.code, detail: "\($0.kind): \($0.detail)")
            }
    }

    private static func events(of tables: CityTables) -> Set<ImportEntry> {
        let districts = Dictionary(grouping: tables.districts, by: \.code.digits).flatMap { code, rows in
            events(
                "district", code, .renamed,
                Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.name.nb) }), endsToo: true)
        }
        let moves = Dictionary(grouping: tables.members, by: \.unit.digits).flatMap { code, rows in
            events(
                "grunnkrets", code, .moved,
                Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.district.digits) }),
                endsToo: false)
        }
        return Set(events(of: tables.units) + districts + moves)
    }

    /// A unit has moved whose people, or some of them, belong to another kommune from the day on.
    private static func events(of tables: CountryTables) -> Set<ImportEntry> {
        let kommuner = Dictionary(grouping: tables.kommuner, by: \.code.digits).flatMap { code, rows in
            events(
                "kommune", code, .renamed,
                Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.name) }), endsToo: true)
        }
        let moves = tables.own.changes.compactMap { change -> ImportEntry? in
            guard let new = change.new, new.home != change.old.home else { return nil }
            return ImportEntry(
                date: change.date, kind: .moved, level: "grunnkrets", code: change.old.digits, detail: "→ \(new)")
        }
        return Set(events(of: tables.own.units) + kommuner + moves)
    }

    private static func events(of units: [Unit]) -> [ImportEntry] {
        Dictionary(grouping: units, by: \.code.digits).flatMap { code, rows in
            events(
                "grunnkrets", code, .renamed,
                Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.name) }), endsToo: true)
        }
    }

    private static func events(
        _ level: String, _ code: String, _ change: ImportEntry.Kind, _ timeline: Timeline<String>, endsToo: Bool
    ) -> [ImportEntry] {
        var found: [ImportEntry] = []
        func note(_ kind: ImportEntry.Kind, _ date: CalendarDate?, _ detail: String) {
            found.append(ImportEntry(date: date, kind: kind, level: level, code: code, detail: detail))
        }
        var previous: Timeline<String>.Span?
        for span in timeline.spans {
            if let last = previous, last.days.to == span.days.from {
                note(change, span.days.from, "\(last.state) → \(span.state)")
            } else if endsToo {
                note(.new, span.days.from, span.state)
            } else {
                note(.moved, span.days.from, "→ \(span.state)")
            }
            let isFollowed = timeline.spans.contains { $0.days.from != nil && $0.days.from == span.days.to }
            if let end = span.days.to, endsToo, !isFollowed { note(.gone, end, span.state) }
            previous = span
        }
        return found
    }
}
