import Disclosure
import Geography
import Indicators
import Registers

/// Puts together what pages say from published figures alone.
public struct ProfileMaker: Sendable {
    /// The figures.
    public let table: PublishedTable
    /// The indicators.
    public let library: IndicatorLibrary
    /// The places, today's, of each city's first split, and of others that have a district with a figure, shown or
    /// withheld.
    public let places: [Place]

    /// A maker for every district of `geography` that gets a profile on `today`. A second split without a single figure
    /// would only repeat the city's first in empty pages.
    public init(table: PublishedTable, library: IndicatorLibrary, geography: Geography, today: CalendarDate) {
        self.table = table
        self.library = library
        places = geography.cities.flatMap { city in
            city.splits.filter { split in
                split === city.splits.first
                    || library.indicators.contains { table.tells($0.id, ofDistrictsIn: split, on: today) }
            }.flatMap { split in
                split.districts(on: today).compactMap { district in
                    guard district.isPublished, let kommune = city.kommune(on: today) else { return nil }
                    return Place(city: city, kommune: kommune, split: split, district: district)
                }
            }
        }
    }

    /// The splits that have profiles, in the geography's order.
    public var splits: [SplitID] {
        places.map(\.split.id).reduce(into: []) { splits, id in if !splits.contains(id) { splits.append(id) } }
    }

    /// The districts of `split` that get profiles, in official order.
    public func places(in split: SplitID) -> [Place] { places.filter { $0.split.id == split } }

    /// The profile of `place`.
    public func profile(of place: Place) -> Profile {
        var number = 0
        var themes: [(theme: Theme, rows: [ProfileRow], others: [ProfileRow])] = []
        for theme in library.themes {
            var rows: [ProfileRow] = []
            var others: [ProfileRow] = []
            for indicator in library.indicators(of: theme.id) {
                if indicator.isInBarometer {
                    guard let row = row(indicator, for: place, number: number + 1) else { continue }
                    number += 1
                    rows.append(row)
                } else if let row = row(indicator, for: place, number: nil) {
                    others.append(row)
                }
            }
            if !rows.isEmpty || !others.isEmpty { themes.append((theme, rows, others)) }
        }
        let population = population(of: place)
        let sentences = sentences(place, population, themes.flatMap(\.rows))
        let spoken = sentences.compactMap(\.row)
        let sections = themes.map { theme, rows, others in
            Profile.Section(
                theme: theme, rows: rows, others: others,
                figure: figure(of: theme, for: place, rows: rows, others: others, spoken: spoken))
        }
        return Profile(
            place: place, population: population, sentences: sentences, sections: sections,
            testCount: table.tests(in: place.area))
    }

    /// The row of `indicator` in the profile of `place`; `nil` where no district has ever had a number.
    public func row(_ indicator: IndicatorDefinition, for place: Place, number: Int?) -> ProfileRow? {
        guard let period = table.profilePeriod(of: indicator.id, in: place.split.id) else { return nil }
        func figure(_ area: Area) -> PublishedFigure? {
            table[FigureKey(indicator: indicator.id, area: area, period: period)]
        }
        guard let own = figure(place.area) else { return nil }
        let sisters = places(in: place.split.id).compactMap { sister -> ProfileRow.Sister? in
            guard sister.district.code != place.district.code, let figure = figure(sister.area) else { return nil }
            return ProfileRow.Sister(district: sister.district, figure: figure)
        }
        return ProfileRow(
            number: number, indicator: indicator, period: period, figure: own, city: figure(place.cityArea),
            country: figure(.country), sisters: sisters,
            verdict: Verdict(own.comparison, of: own, polarity: indicator.polarity),
            cityVerdict: Verdict(own.cityComparison, of: own, polarity: indicator.polarity),
            series: Series(indicator.id, place.area, in: table),
            citySeries: Series(indicator.id, place.cityArea, in: table),
            countrySeries: Series(indicator.id, .country, in: table))
    }

    /// The indicator that counts the whole population, if the library has one.
    public var populationIndicator: IndicatorDefinition? {
        library.indicators.first {
            if case .count(let selection, _) = $0.measure { return selection == Selection() }
            return false
        }
    }

    /// The newest population of `place`.
    public func population(of place: Place) -> PublishedFigure? {
        populationIndicator.flatMap { Series($0.id, place.area, in: table).newest }
    }
}

extension PublishedTable {
    /// True if `indicator` has a figure for any district of `split` of `today`, shown or withheld.
    fileprivate func tells(_ indicator: IndicatorID, ofDistrictsIn split: Split, on today: CalendarDate) -> Bool {
        guard let period = profilePeriod(of: indicator, in: split.id) else { return false }
        return split.districts(on: today).contains { district in
            let key = FigureKey(
                indicator: indicator, area: .district(split.id, district.code), period: period)
            switch self[key]?.value {
            case .figure, .withheld: return true
            case nil, .missing, .pending, .notApplicable, .coverage, .notComputable: return false
            }
        }
    }
}
