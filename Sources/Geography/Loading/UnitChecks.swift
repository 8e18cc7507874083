import LocatedInput

/// The rules of `units.csv` that take more than one row to see.
struct UnitChecks {
    let units: [Located<Unit>]

    func run(_ diagnostics: inout Diagnostics) {
        for unit in units where unit.value.code.isUnallocated { diagnostics.emit(.listedUnallocated(unit)) }
        for rows in Dictionary(grouping: units, by: { $0.value.code }).values where rows.count > 1 {
            let rows = rows.byValidity
            for (row, next) in zip(rows, rows.dropFirst()) {
                if row.value == next.value {
                    diagnostics.emit(.doubledUnit(next, first: row.location))
                } else if row.validity.overlaps(next.validity) {
                    diagnostics.emit(.overlappingUnit(next, first: row.location))
                }
            }
        }
    }
}

extension [Located<Unit>] {
    fileprivate var byValidity: [Located<Unit>] {
        sorted { ($0.validity, $0.location) < ($1.validity, $1.location) }
    }
}

extension Diagnostic {
    fileprivate static func doubledUnit(_ unit: Located<Unit>, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledUnit", at: unit.location,
            "grunnkrets \(unit.code) stands twice, first on line \(first.line)",
            remedy: "remove one of the rows")
    }

    fileprivate static func overlappingUnit(_ unit: Located<Unit>, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OverlappingUnit", at: unit.location,
            "grunnkrets \(unit.code) has two rows for one day, the other on line \(first.line)",
            remedy: "let one row end (valid_to) on the day the next begins (valid_from)")
    }

    fileprivate static func listedUnallocated(_ unit: Located<Unit>) -> Diagnostic {
        Diagnostic(
            .error, "ListedUnallocated", at: unit.location,
            "\(unit.code) is for people whose grunnkrets is not known, and follows from the kommune",
            remedy: "remove the row")
    }
}
