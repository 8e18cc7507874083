import Geography

/// Whether every unit is placed, and every district a place where somebody lives.
struct CoverageExamination {
    let context: RequestContext
    let isPartOfKommune: Bool

    func findings(of split: RequestedSplit) -> [Finding] {
        let year = context.people?.year(at: split.date)
        func isEmpty(_ units: [GrunnkretsCode]) -> Bool {
            guard let year, let count = context.people?.count(in: units, year: year) else { return false }
            return count == 0
        }
        var findings: [Finding] = []
        for unit in split.unplaced {
            let kind: FindingKind =
                isPartOfKommune ? .unplacedByIntention : isEmpty([unit]) ? .unplacedEmpty : .unplaced
            findings.append(
                Finding(kind, unit.digits, ["unit": unit.digits, "name": context.name(of: unit, on: split.date)]))
        }
        if split.districts.count == 1, let only = split.districts.first {
            findings.append(Finding(.oneDistrict, only.code.digits, ["district": only.name.nb]))
        }
        for district in split.districts {
            if isEmpty(district.units) {
                findings.append(Finding(.emptyDistrict, district.code.digits, ["district": district.name.nb]))
            } else {
                for unit in district.units where isEmpty([unit]) {
                    findings.append(
                        Finding(
                            .unpeopledUnit, unit.digits,
                            ["unit": unit.digits, "name": context.name(of: unit, on: split.date)]))
                }
            }
        }
        return findings
    }
}
