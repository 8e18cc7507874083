import LocatedInput

/// The rules of the country's tables, each table's own and those between them.
struct RegisterChecks: Sendable {
    let units: [Located<Unit>]
    let changes: [Located<UnitChange>]
    let kommuner: [Located<KommuneName>]
    /// The first and the last day that a list tells of, where that is known.
    let lists: ClosedRange<CalendarDate>?

    func run(_ diagnostics: inout Diagnostics) {
        _ = concurrently(2, &diagnostics) { index, diagnostics in
            if index == 0 {
                ChangeChecks(changes: changes, lives: UnitLives(units.map(\.value))).run(&diagnostics)
            } else {
                UnitChecks(units: units).run(&diagnostics)
                checkKommuner(&diagnostics)
                checkHomes(&diagnostics)
                if let lists { checkDays(lists, &diagnostics) }
            }
        }
    }

    private func checkKommuner(_ diagnostics: inout Diagnostics) {
        for rows in Dictionary(grouping: kommuner, by: \.code).values {
            let rows = rows.sorted { ($0.validity, $0.location) < ($1.validity, $1.location) }
            for (row, next) in zip(rows, rows.dropFirst()) where row.validity.overlaps(next.validity) {
                diagnostics.emit(.overlappingKommune(next, first: row.location))
            }
        }
    }

    /// Every unit lies in a kommune on every day it exists, and every kommune has units.
    private func checkHomes(_ diagnostics: inout Diagnostics) {
        let sorted = units.sorted { ($0.value.code, $0.location) < ($1.value.code, $1.location) }
        var rest = sorted[...]
        for (code, rows) in Dictionary(grouping: kommuner, by: \.code).sorted(by: { $0.key < $1.key }) {
            guard let first = GrunnkretsCode(code.digits + "0000"), let last = GrunnkretsCode(code.digits + "9999")
            else { continue }
            let before = rest.prefix { $0.value.code < first }
            for unit in before { diagnostics.emit(.homelessUnit(unit)) }
            let own = rest.dropFirst(before.count).prefix { $0.value.code <= last }
            rest = rest.dropFirst(before.count + own.count)
            let life = DateRange.coalesced(rows.map(\.validity))
            for unit in own where !unit.value.validity.isCovered(by: life) { diagnostics.emit(.homelessUnit(unit)) }
            let inhabited = DateRange.coalesced(own.map { $0.value.validity })
            for row in rows where !row.validity.isCovered(by: inhabited) {
                diagnostics.emit(.emptyKommune(row))
            }
        }
        for unit in rest { diagnostics.emit(.homelessUnit(unit)) }
    }

    /// No row begins, ends or changes on a day that no list tells of.
    private func checkDays(_ lists: ClosedRange<CalendarDate>, _ diagnostics: inout Diagnostics) {
        func check(_ days: [CalendarDate?], at location: SourceLocation) {
            for day in days.compactMap(\.self) where !lists.contains(day) {
                diagnostics.emit(.dayOutsideLists(day, lists, at: location))
            }
        }
        for unit in units { check([unit.value.validity.from, unit.value.validity.to], at: unit.location) }
        for kommune in kommuner { check([kommune.validity.from, kommune.validity.to], at: kommune.location) }
        for change in changes { check([change.value.date], at: change.location) }
    }
}

extension Diagnostic {
    fileprivate static func overlappingKommune(_ kommune: Located<KommuneName>, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OverlappingKommune", at: kommune.location,
            "kommune \(kommune.code) has two rows for one day, the other on line \(first.line)",
            remedy: "let one row end (valid_to) on the day the next begins (valid_from)")
    }

    fileprivate static func homelessUnit(_ unit: Located<Unit>) -> Diagnostic {
        Diagnostic(
            .error, "HomelessUnit", at: unit.location,
            "grunnkrets \(unit.code) exists on days when its kommune is not in kommuner.csv",
            remedy: "correct the dates here or there, or add the kommune")
    }

    fileprivate static func emptyKommune(_ kommune: Located<KommuneName>) -> Diagnostic {
        Diagnostic(
            .error, "EmptyKommune", at: kommune.location,
            "kommune \(kommune.code) exists on days when it has no grunnkrets in units.csv",
            remedy: "correct the dates here or there; import the list of units again if rows are missing")
    }

    fileprivate static func dayOutsideLists(
        _ day: CalendarDate, _ lists: ClosedRange<CalendarDate>, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "DayOutsideLists", at: location,
            "\(day) is outside the lists, which are of \(lists.lowerBound) to \(lists.upperBound)",
            remedy: "correct the date, or the days of the lists in register.yaml")
    }
}
