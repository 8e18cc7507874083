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
    /// The places, today's.
    public let places: [Place]

    /// A maker for every district of `geography` that gets a profile on `today`.
    public init(table: PublishedTable, library: IndicatorLibrary, geography: Geography, today: CalendarDate) {
        self.table = table
        self.library = library
        places = geography.cities.flatMap { city in
            city.splits.flatMap { split in
                split.districts(on: today).compactMap { district in
                    guard district.isPublished, let kommune = city.kommune(on: today) else { return nil }
                    return Place(city: city, kommune: kommune, split: split, district: district)
                }
            }
        }
    }

    /// The districts of `split` that get profiles, in official order.
    public func places(in split: SplitID) -> [Place] { places.filter { $0.split.id == split } }

    /// The profile of `place`.
    public func profile(of place: Place) -> Profile {
        var number = 0
        var sections: [Profile.Section] = []
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
            if !rows.isEmpty || !others.isEmpty {
                sections.append(Profile.Section(theme: theme, rows: rows, others: others))
            }
        }
        let population = population(of: place)
        return Profile(
            place: place, population: population,
            sentences: sentences(place, population, sections.flatMap(\.rows)), sections: sections,
            pyramid: pyramid(of: place), testCount: table.tests(in: place.area))
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

    private func pyramid(of place: Place) -> Pyramid? {
        guard let indicator = populationIndicator, case .count(_, let breakdown) = indicator.measure else { return nil }
        func figure(_ area: Area, _ period: Period, _ sex: Sex = .both, _ age: AgeRange = .all) -> PublishedFigure? {
            let key = FigureKey(indicator: indicator.id, area: area, period: period, sex: sex, age: age)
            guard let figure = table[key], figure.value.estimate != nil else { return nil }
            return figure
        }
        func bands(_ period: Period, needsCountry: Bool) -> [Pyramid.Band]? {
            var bands: [Pyramid.Band] = []
            for age in breakdown.ages {
                guard let men = figure(place.area, period, .men, age),
                    let women = figure(place.area, period, .women, age)
                else { return nil }
                let countryMen = figure(.country, period, .men, age)
                let countryWomen = figure(.country, period, .women, age)
                if needsCountry, countryMen == nil || countryWomen == nil { return nil }
                bands.append(
                    Pyramid.Band(
                        age: age, men: men, women: women, countryMen: countryMen, countryWomen: countryWomen))
            }
            return bands.isEmpty ? nil : bands
        }
        for needsCountry in [true, false] {
            for period in table.periods(of: indicator.id).reversed() {
                guard let total = figure(place.area, period), let bands = bands(period, needsCountry: needsCountry)
                else { continue }
                return Pyramid(
                    period: period, total: total, countryTotal: figure(.country, period), bands: bands)
            }
        }
        return nil
    }
}
