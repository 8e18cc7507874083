import Geography

/// From when on the districts can be compared with what they are, and where they became another place in a year.
struct TimeExamination {
    let context: RequestContext
    let staged: StagedCity

    func findings(of split: RequestedSplit) -> [Finding] {
        split.districts.flatMap { district -> [Finding] in
            let years = comparableYears(of: district.code, before: split.date)
            return comparableFrom(years, district, split.date) + jumps(years, district)
        }
    }

    /// The years on whose first day the district was the same place as on `date`, newest first, without a gap, with its
    /// code then.
    private func comparableYears(of district: DistrictCode, before date: CalendarDate) -> [(year: Int, code: DistrictCode)] {
        var years: [(Int, DistrictCode)] = []
        var year = date.year
        while CalendarDate.january1(year) >= staged.city.starts,
            case .same(let code) = staged.split.comparability(of: district, today: date, earlier: .january1(year))
        {
            years.append((year, code))
            year -= 1
        }
        return years
    }

    private func comparableFrom(
        _ years: [(year: Int, code: DistrictCode)], _ district: RequestedDistrict, _ date: CalendarDate
    ) -> [Finding] {
        let first = years.last?.year ?? date.year
        guard CalendarDate.january1(first - 1) >= staged.city.starts else { return [] }
        return [
            Finding(.comparableFrom, district.code.digits, ["district": district.name.nb, "year": "\(first)"])
        ]
    }

    private func jumps(_ years: [(year: Int, code: DistrictCode)], _ district: RequestedDistrict) -> [Finding] {
        guard let people = context.people else { return [] }
        let counts = years.reversed().map { entry in
            let units = staged.split.units(of: entry.code, on: .january1(entry.year))
            return (entry.year, people.count(in: units, year: entry.year))
        }
        return zip(counts, counts.dropFirst()).compactMap { before, after in
            guard let old = before.1, let new = after.1, old > 0 else { return nil }
            guard abs(Double(new - old)) > context.policy.largestJump * Double(old) else { return nil }
            return Finding(
                .jump, "\(district.code):\(after.0)", ["district": district.name.nb, "year": "\(after.0)"])
        }
    }
}
