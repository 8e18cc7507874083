import Geography
import Registers

extension BoundaryHistory {
    /// Traces the districts of `split`, and the city as a whole, from `today` back to 1 January of every year in `years`.
    public init(of split: Split, in city: City, today: CalendarDate, years: ClosedRange<Int>) {
        var statuses: [Area: [Int: Status]] = [:]
        for year in years {
            let date = CalendarDate.january1(year)
            for district in split.districts(on: today) {
                let traced = split.comparability(of: district.code, today: today, earlier: date)
                statuses[.district(split.id, district.code), default: [:]][year] = Status(traced)
            }
            if let kommune = city.kommune(on: today) {
                let traced = Status(city.comparability(today: today, earlier: date))
                statuses[.kommune(kommune), default: [:]][year] = traced
                statuses[.unallocated(split.id, kommune), default: [:]][year] = traced
            }
        }
        self.init(statuses)
    }
}

extension BoundaryHistory.Status {
    fileprivate init<Code>(_ comparability: Comparability<Code>) {
        switch comparability {
        case .same: self = .same
        case .changed: self = .changed
        case .absent: self = .absent
        }
    }
}
