import Disclosure
import Geography
import Indicators
import Registers

extension ProfileMaker {
    /// The population of `place` by sex and age in the newest year that has it whole, if possible beside the country.
    func pyramid(of place: Place) -> Pyramid? {
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
