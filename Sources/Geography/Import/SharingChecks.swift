import LocatedInput

/// Tells of units that a merge lets go to several others without shares, and of the choices there are.
struct SharingChecks {
    let before: [UnitChange]
    let after: [UnitChange]
    /// The table the changes are written to.
    let path: String
    /// Where a unit lies on a day, in a division that the import knows of.
    let district: (GrunnkretsCode, CalendarDate) -> DistrictCode?

    func run(_ diagnostics: inout Diagnostics) {
        let known = Set(before.filter { $0.basis == .unknown })
        let new = after.filter { $0.basis == .unknown && !known.contains($0) }
        for ofDate in Dictionary(grouping: new, by: \.date).values {
            for rows in Dictionary(grouping: ofDate, by: \.old).values {
                guard let first = rows.first, rows.count > 1 else { continue }
                let units = rows.compactMap(\.new).sorted()
                let districts = Set(units.map { district($0, first.date) })
                let whole = districts.count == 1 ? districts.first ?? nil : nil
                diagnostics.emit(
                    .unknownShares(of: first.old, first.date, units, all: whole, at: SourceLocation(file: path)))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownShares(
        of unit: GrunnkretsCode, _ date: CalendarDate, _ successors: [GrunnkretsCode], all district: DistrictCode?,
        at location: SourceLocation
    ) -> Diagnostic {
        let named = successors.map(\.digits).joined(separator: ", ")
        let choices =
            "write the shares of its people in changes.csv (basis 'population'), or of its land (basis 'area')"
        return Diagnostic(
            .warning, "UnknownShares", at: location,
            "grunnkrets \(unit) becomes \(named) on \(date), and nobody has said how it is shared out",
            remedy: district.map {
                "as all of them lie in district \($0), no figure of that division depends on it; for any other, \(choices)"
            } ?? "\(choices); without them a division that parts these units has no figures for earlier years")
    }
}
