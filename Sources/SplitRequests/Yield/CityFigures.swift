import Disclosure
import Geography
import Indicators
import Registers

/// The figures that there are of a city, and which of them are shown: the whole published series, every sex and age.
///
/// A figure that neither the city nor any of its districts has is none that a district could have.
struct CityFigures {
    private struct Cell: Hashable {
        let period: Period
        let sex: Sex
        let age: AgeRange
    }

    /// A group of indicators.
    struct Group {
        let id: String
        let titles: Translated<String>
        let indicators: [IndicatorID]
    }

    /// The groups, in the profile's order.
    let groups: [Group]
    private var cells: [IndicatorID: Set<Cell>] = [:]
    private var statuses: [Area: [IndicatorID: [Cell: FigureStatus]]] = [:]

    /// The figures of `table` for `city` as it is on `today`, grouped by the themes of `library`.
    init(of city: City, on today: CalendarDate, in table: PublishedTable, _ library: IndicatorLibrary) {
        groups = library.themes.map { theme in
            Group(
                id: theme.id.id, titles: theme.titles, indicators: library.indicators(of: theme.id).map(\.id))
        }
        var areas: Set<Area> = Set(city.kommune(on: today).map { [.kommune($0)] } ?? [])
        for split in city.splits {
            areas.formUnion(split.districts(on: today).map { .district(split.id, $0.code) })
        }
        for figure in table.all where areas.contains(figure.key.area) {
            let cell = Cell(period: figure.key.period, sex: figure.key.sex, age: figure.key.age)
            let status = figure.value.status
            statuses[figure.key.area, default: [:]][figure.key.indicator, default: [:]][cell] = status
            switch status {
            case .shown, .withheld, .coverage: cells[figure.key.indicator, default: []].insert(cell)
            case .missing, .pending, .notApplicable, .notComputable: break
            }
        }
    }

    /// What becomes of the figures of `area`, indicator by indicator of `group`.
    func shares(of group: Group, for area: Area) -> [FigureShares] {
        let own = statuses[area] ?? [:]
        return group.indicators.compactMap { indicator in
            FigureShares((cells[indicator] ?? []).map { own[indicator]?[$0] ?? .missing })
        }
    }
}
