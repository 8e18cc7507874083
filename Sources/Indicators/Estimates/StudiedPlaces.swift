import Geography
@_spi(Confidential) import Registers

/// The places that figures are worked out for: the country, a city and its districts.
struct StudiedPlaces {
    let division: AreaDirectory.Division
    let history: BoundaryHistory

    var city: Area { .kommune(division.kommune) }
    var unallocated: Area { .unallocated(division.split, division.kommune) }
    var districts: [Area] { division.districts.map { .district(division.split, $0) } }
    var areas: [Area] { [.country, city] + districts }

    /// Why a source is silent: the place was not part of the city then, or nobody has the number.
    func absence(_ area: Area, _ year: Int) -> Absence {
        history.status(of: area, in: year) == .absent ? .notApplicable : .missing
    }

    /// True if `area` had the same borders in all years from `start` to `end`.
    func isSame(_ area: Area, from start: Int, to end: Int) -> Bool {
        history.status(of: area, in: start) == history.status(of: area, in: end)
            && !(start + 1...end).contains { history.breaks(area, at: $0) }
    }

    /// The percentages that the owner of a register has published for these places.
    func published(
        _ definition: IndicatorDefinition, _ sex: Sex, _ age: AgeRange, _ category: String, in table: OwnerFigures
    ) -> [ConfidentialFigure] {
        areas.flatMap { area in
            table.periods.map { period in
                let source = OwnerFigures.Key(area: area, period: period, sex: sex, age: age, category: category)
                let key = FigureKey(indicator: definition.id, area: area, period: period)
                switch table[source] {
                case .number(let number): return ConfidentialFigure(key, .owners(number))
                case .absent(let absence): return ConfidentialFigure(key, .absent(absence))
                case nil: return ConfidentialFigure(key, .absent(.missing))
                }
            }
        }
    }
}
