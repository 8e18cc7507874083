/// What is in one set of tables and not in another, told as events.
struct ImportComparison {
    let before: CityTables
    let after: CityTables

    /// The events that are new, and those that are withdrawn.
    var entries: [ImportEntry] {
        let old = Set(events(of: before))
        let new = Set(events(of: after))
        return Array(new.subtracting(old))
            + old.subtracting(new).map {
                ImportEntry(
                    date: $0.date, kind: .withdrawn, level: $0.level, code: $0.code, detail: "\($0.kind): \($0.detail)")
            }
    }

    private func events(of tables: CityTables) -> [ImportEntry] {
        let units = Dictionary(grouping: tables.units, by: \.code.digits).flatMap { code, rows in
            events(
                "grunnkrets", code, .renamed,
                Timeline(rows.map { Timeline<String>.Span(days: $0.validity, state: $0.name) }), endsToo: true)
        }
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
        return units + districts + moves
    }

    private func events(
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
