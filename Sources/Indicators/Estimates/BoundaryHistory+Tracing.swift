import Geography

extension BoundaryHistory {
    /// Traces the districts of `split`, and the city as a whole, from `today` back to 1 January of every year in `years`.
    public init(of split: Split, in city: City, today: CalendarDate, years: ClosedRange<Int>) {
        var statuses: [Area: [Int: Status]] = [:]
        for year in years {
            let date = CalendarDate.january1(year)
            func status<Code>(_ comparability: Comparability<Code>) -> Status {
                switch comparability {
                case .same: return .same
                case .changed(_, let gained, let lost):
                    return .changed(without: gained, with: city.units(on: today, from: lost, on: date))
                case .absent: return .absent
                }
            }
            for district in split.districts(on: today) {
                statuses[.district(split.id, district.code), default: [:]][year] = status(
                    split.comparability(of: district.code, today: today, earlier: date))
            }
            if let kommune = city.kommune(on: today) {
                let traced = status(city.comparability(today: today, earlier: date))
                statuses[.kommune(kommune), default: [:]][year] = traced
                statuses[.unallocated(split.id, kommune), default: [:]][year] = traced
            }
        }
        self.init(statuses)
    }
}

extension City {
    /// What the `units` of `date` are `today`, so that lists from different years can be compared; units that nothing
    /// came of keep their codes.
    fileprivate func units(
        on today: CalendarDate, from units: [GrunnkretsCode], on date: CalendarDate
    ) -> [GrunnkretsCode] {
        let traced = units.flatMap { unit in
            let counterparts = counterparts(of: unit, on: date, at: today)
            return counterparts.isEmpty ? [unit] : counterparts
        }
        return Set(traced).sorted()
    }
}
