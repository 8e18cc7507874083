import LocatedInput

/// The rules of `changes.csv` that take more than one row, or the units, to see.
struct ChangeChecks {
    let changes: [Located<UnitChange>]
    let lives: UnitLives

    func run(_ diagnostics: inout Diagnostics) {
        checkKnown(&diagnostics)
        for change in changes { checkUnits(of: change, &diagnostics) }
        for change in changes { checkBasis(of: change, &diagnostics) }
        checkDoubles(&diagnostics)
        for ofDate in Dictionary(grouping: changes, by: { $0.value.date }).values {
            for ofUnit in Dictionary(grouping: ofDate, by: { $0.value.old }).values {
                checkShares(ofUnit, &diagnostics)
            }
            checkCycles(ofDate, &diagnostics)
            checkRemainders(ofDate, &diagnostics)
        }
    }

    /// Where many units are unknown it is the table that is wrong, and no guess at each of them helps.
    private func checkKnown(_ diagnostics: inout Diagnostics) {
        let unknown = changes.flatMap { change in
            [change.value.old, change.value.new].compactMap(\.self).filter { !lives.knows($0) }.map {
                ($0, change.location)
            }
        }
        let codes = unknown.isEmpty || unknown.count > 20 ? [] : lives.codes
        for (unit, location) in unknown { diagnostics.emit(.unknownUnit(unit, at: location, among: codes)) }
    }

    private func checkUnits(of change: Located<UnitChange>, _ diagnostics: inout Diagnostics) {
        if lives.knows(change.value.old), let eve = change.value.date.dayBefore, !lives.has(change.value.old, on: eve) {
            diagnostics.emit(.changeOutsideLife(change.value.old, "the day before", change))
        }
        if let new = change.value.new, lives.knows(new), !lives.has(new, on: change.value.date) {
            diagnostics.emit(.changeOutsideLife(new, "on", change))
        }
        if change.value.new == nil, lives.has(change.value.old, on: change.value.date) {
            diagnostics.emit(.notEnded(change))
        }
    }

    private func checkBasis(of change: Located<UnitChange>, _ diagnostics: inout Diagnostics) {
        let isSound =
            switch change.value.basis {
            case .whole: change.value.share == 1 && change.value.new != nil
            case .population, .area: change.value.share != nil && change.value.new != nil
            case .unknown: change.value.share == nil && change.value.new != nil
            case .ended: change.value.share == nil && change.value.new == nil
            }
        if !isSound { diagnostics.emit(.basisAgainstShare(change)) }
    }

    private func checkDoubles(_ diagnostics: inout Diagnostics) {
        var seen: Set<UnitChange.Step> = []
        for change in changes where !seen.insert(change.value.step).inserted {
            diagnostics.emit(.doubledChange(change))
        }
    }

    /// The shares of one old unit on one date are all unknown, or sum to one.
    private func checkShares(_ rows: [Located<UnitChange>], _ diagnostics: inout Diagnostics) {
        let shares = rows.compactMap { $0.value.share }
        if shares.isEmpty || shares == [1] && rows.count == 1 { return }
        guard let last = rows.max(by: { $0.location < $1.location }) else { return }
        if shares.count < rows.count {
            diagnostics.emit(.partlyKnownShares(last))
        } else if abs(shares.reduce(0, +) - 1) > 0.000_001 {
            diagnostics.emit(.sharesNotOne(last))
        }
    }

    /// No unit becomes itself by way of others on one date.
    private func checkCycles(_ rows: [Located<UnitChange>], _ diagnostics: inout Diagnostics) {
        let successors = rows.reduce(into: [GrunnkretsCode: Set<GrunnkretsCode>]()) { found, row in
            if let new = row.value.new, new != row.value.old { found[row.value.old, default: []].insert(new) }
        }
        for row in rows {
            guard let new = row.value.new, new != row.value.old, successors[new] != nil else { continue }
            var reached: Set<GrunnkretsCode> = []
            var waiting = [new]
            while let unit = waiting.popLast() {
                if reached.insert(unit).inserted { waiting += successors[unit] ?? [] }
            }
            if reached.contains(row.value.old) { diagnostics.emit(.cyclicChange(row)) }
        }
    }

    /// A unit that gives or takes and keeps its code has a row to itself. A code that passes from one place to another
    /// on one date both gives and takes, and has none.
    private func checkRemainders(_ rows: [Located<UnitChange>], _ diagnostics: inout Diagnostics) {
        let givers = Set(rows.map { $0.value.old })
        let takers = Set(rows.compactMap { $0.value.new })
        for row in rows {
            guard let new = row.value.new, let eve = row.value.date.dayBefore else { continue }
            for (unit, others) in [(row.value.old, takers), (new, givers)]
            where !others.contains(unit) && lives.has(unit, on: eve) && lives.has(unit, on: row.value.date) {
                diagnostics.emit(.unstatedRemainder(unit, row))
            }
        }
    }
}

extension Diagnostic {
    static func unknownUnit(_ unit: GrunnkretsCode, at location: SourceLocation, among known: [GrunnkretsCode])
        -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownUnit", at: location, "grunnkrets \(unit) is not in units.csv",
            remedy: Suggestion.nearest(to: unit.digits, among: known.map(\.digits)).map { "did you mean '\($0)'?" }
                ?? "add it there")
    }

    fileprivate static func changeOutsideLife(_ unit: GrunnkretsCode, _ when: String, _ change: Located<UnitChange>)
        -> Diagnostic
    {
        Diagnostic(
            .error, "ChangeOutsideLife", at: change.location,
            "grunnkrets \(unit) does not exist \(when) \(change.date)", remedy: "correct the date here or in units.csv")
    }

    fileprivate static func notEnded(_ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "NotEnded", at: change.location,
            "grunnkrets \(change.old) has nothing after it, and yet exists on \(change.date)",
            remedy: "name what came of it, or let it end (valid_to) in units.csv")
    }

    fileprivate static func basisAgainstShare(_ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "BasisAgainstShare", at: change.location,
            "the basis '\(change.basis.rawValue)' does not go with this share and new unit",
            remedy: "whole: share 1; population or area: a share; unknown: no share; ended: no share and no new unit")
    }

    fileprivate static func doubledChange(_ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "DoubledChange", at: change.location, "this change of \(change.old) on \(change.date) stands twice",
            remedy: "remove one of the rows")
    }

    fileprivate static func partlyKnownShares(_ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "PartlyKnownShares", at: change.location,
            "some shares out of grunnkrets \(change.old) on \(change.date) are given and some are not",
            remedy: "give all of them or none")
    }

    fileprivate static func sharesNotOne(_ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "SharesNotOne", at: change.location,
            "the shares out of grunnkrets \(change.old) on \(change.date) do not sum to 1",
            remedy: "correct them, or add the unit that is missing")
    }

    fileprivate static func cyclicChange(_ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "CyclicChange", at: change.location,
            "grunnkrets \(change.old) becomes itself by way of others on \(change.date)",
            remedy: "turn one of the changes round, or correct its date")
    }

    fileprivate static func unstatedRemainder(_ unit: GrunnkretsCode, _ change: Located<UnitChange>) -> Diagnostic {
        Diagnostic(
            .error, "UnstatedRemainder", at: change.location,
            "grunnkrets \(unit) lives on through the change of \(change.date), and no row says what it keeps",
            remedy: "add a row with \(unit) as both old and new")
    }
}
