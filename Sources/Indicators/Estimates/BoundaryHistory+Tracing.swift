import Geography
import Parallel

extension BoundaryHistory {
    /// Traces the districts of `split`, and the city as a whole, from `today` back to 1 January of every year in `years`.
    ///
    /// Before the split was made, its districts were what their units came of.
    public init(of split: Split, in city: City, today: CalendarDate, years: ClosedRange<Int>) {
        let years = Array(years)
        let found = concurrently(years.count) { index -> [Area: Status] in
            var statuses: [Area: Status] = [:]
            let date = CalendarDate.january1(years[index])
            func status<Code>(_ comparability: Comparability<Code>) -> Status {
                switch comparability {
                case .same: return .same
                case .changed(_, let gained, let lost):
                    return .changed(without: gained, with: city.units(on: today, from: lost, on: date))
                case .absent: return .absent
                }
            }
            let isDivided = !split.districts(on: date).isEmpty
            for district in split.districts(on: today) {
                statuses[.district(split.id, district.code)] =
                    isDivided
                    ? status(split.comparability(of: district.code, today: today, earlier: date))
                    : city.holds(split.units(of: district.code, on: today), of: today, on: date) ? .same : .absent
            }
            if let kommune = city.kommune(on: today) {
                let traced = status(city.comparability(today: today, earlier: date))
                statuses[.kommune(kommune)] = traced
                statuses[.unallocated(split.id, kommune)] = traced
            }
            return statuses
        }
        var statuses: [Area: [Int: Status]] = [:]
        for (year, places) in zip(years, found) {
            for (area, status) in places { statuses[area, default: [:]][year] = status }
        }
        self.init(statuses)
    }
}

extension City {
    /// True if all that the `units` of `today` came of was in the city on `date`, so that what is counted by unit can be
    /// remade within borders that nobody had drawn yet.
    fileprivate func holds(_ units: [GrunnkretsCode], of today: CalendarDate, on date: CalendarDate) -> Bool {
        units.allSatisfy { unit in
            let counterparts = counterparts(of: unit, on: today, at: date)
            return !counterparts.isEmpty && counterparts.allSatisfy { contains($0, on: date) }
        }
    }

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
