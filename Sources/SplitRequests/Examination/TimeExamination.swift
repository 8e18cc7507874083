import Geography

/// From when on the districts can be compared with what they are, and where they became another place in a year.
struct TimeExamination {
    private let context: RequestContext
    private let staged: StagedCity
    private let split: RequestedSplit
    /// The years in which each district can be compared, newest first.
    private let years: [(district: RequestedDistrict, comparable: [(year: Int, code: DistrictCode)])]

    /// The examination of `split` as it would be adopted.
    init(of split: RequestedSplit, _ context: RequestContext, _ staged: StagedCity) {
        (self.context, self.staged, self.split) = (context, staged, split)
        years = split.districts.map { ($0, Self.comparableYears(of: $0.code, before: split.date, staged)) }
    }

    /// What a municipality should know of it.
    var findings: [Finding] {
        histories.compactMap { history in
            guard !history.isWhole, let name = split.district(history.district)?.name.nb else { return nil }
            return Finding(
                .comparableFrom, history.district.digits, ["district": name, "year": "\(history.from)"])
        } + years.flatMap { jumps($0.comparable, $0.district) }
    }

    /// From when on each district can be compared.
    var histories: [DistrictHistory] {
        years.map { district, comparable in
            let first = comparable.last?.year ?? split.date.year
            return DistrictHistory(
                district: district.code, from: first, isWhole: .january1(first - 1) < staged.city.starts)
        }
    }

    /// The years on whose first day the district was the same place as on `date`, newest first, without a gap, with its
    /// code then.
    private static func comparableYears(of district: DistrictCode, before date: CalendarDate, _ staged: StagedCity)
        -> [(year: Int, code: DistrictCode)]
    {
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

    private func jumps(_ years: [(year: Int, code: DistrictCode)], _ district: RequestedDistrict) -> [Finding] {
        guard let people = context.people else { return [] }
        let counts = years.reversed().map { entry in
            // A table of people may have the codes of each year, or the newest ones for all of them.
            let units = Set(staged.split.units(of: entry.code, on: .january1(entry.year))).union(district.units)
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
