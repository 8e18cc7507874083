import LocatedInput

/// The rules of `members.csv` that take more than one row, or other tables, to see.
struct MemberChecks {
    let members: [Located<Membership>]
    let districts: [Located<District>]
    let known: KnownPlaces

    func run(_ diagnostics: inout Diagnostics) {
        let lives = Dictionary(grouping: districts, by: \.code).mapValues { $0.map(\.validity) }
        for member in members {
            checkUnit(of: member, &diagnostics)
            if let life = lives[member.district] {
                if !member.validity.isCovered(by: life) { diagnostics.emit(.memberOutsideDistrict(member)) }
            } else {
                diagnostics.emit(.unknownDistrict(member.map(\.district), among: Set(lives.keys)))
            }
        }
        for rows in Dictionary(grouping: members, by: \.unit).values {
            let sorted = rows.sorted { ($0.validity, $0.location) < ($1.validity, $1.location) }
            for (row, next) in zip(sorted, sorted.dropFirst()) {
                if row.value == next.value {
                    diagnostics.emit(.doubledMember(next, first: row.location))
                } else if row.validity.overlaps(next.validity) {
                    diagnostics.emit(.overlappingMember(next, first: row.location))
                }
            }
        }
    }

    private func checkUnit(of member: Located<Membership>, _ diagnostics: inout Diagnostics) {
        if !known.lives.knows(member.unit) {
            diagnostics.emit(.unknownUnit(member.unit, at: member.location, among: known.lives.codes))
        } else if !known.lives.covers(member.unit, member.validity) {
            diagnostics.emit(.memberOutsideLife(member))
        } else if !known.isInCity(member.unit, member.validity) {
            diagnostics.emit(.memberOutsideCity(member))
        }
    }
}

extension Diagnostic {
    static func unknownDistrict(_ code: Located<DistrictCode>, among known: Set<DistrictCode>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownDistrict", at: code.location, "district \(code.value) is not in districts.csv",
            remedy: Suggestion.nearest(to: code.digits, among: known.map(\.digits)).map { "did you mean '\($0)'?" }
                ?? "add it there")
    }

    fileprivate static func memberOutsideDistrict(_ member: Located<Membership>) -> Diagnostic {
        Diagnostic(
            .error, "MemberOutsideDistrict", at: member.location,
            "district \(member.district) does not exist on every day of \(member.validity)",
            remedy: "correct the dates here or in districts.csv")
    }

    fileprivate static func memberOutsideLife(_ member: Located<Membership>) -> Diagnostic {
        Diagnostic(
            .error, "MemberOutsideLife", at: member.location,
            "grunnkrets \(member.unit) does not exist on every day of \(member.validity)",
            remedy: "correct the dates here or in units.csv")
    }

    fileprivate static func memberOutsideCity(_ member: Located<Membership>) -> Diagnostic {
        Diagnostic(
            .error, "MemberOutsideCity", at: member.location,
            "grunnkrets \(member.unit) is not in the city on every day of \(member.validity)",
            remedy: "let it join the district on the day its kommune joins the city")
    }

    fileprivate static func doubledMember(_ member: Located<Membership>, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledMember", at: member.location,
            "grunnkrets \(member.unit) stands twice, first on line \(first.line)", remedy: "remove one of the rows")
    }

    fileprivate static func overlappingMember(_ member: Located<Membership>, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OverlappingMember", at: member.location,
            "grunnkrets \(member.unit) lies in two districts on one day, the other on line \(first.line)",
            remedy: "let one row end (valid_to) on the day the next begins (valid_from)")
    }
}
