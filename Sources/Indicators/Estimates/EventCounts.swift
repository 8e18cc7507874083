import Geography
@_spi(Confidential) import Registers

/// The events of a measure and those they are set against, by place, year and stratum.
struct EventCounts {
    /// What events are set against.
    enum Exposure {
        /// Others that the same register counts.
        case categories([String])
        /// Persons on 1 January.
        case persons(PopulationTable)
        /// The years that people lived: for each year the mean of those on 1 January and on the next.
        case personYears(PopulationTable)
    }

    /// Events and what they are set against; where groups are compared, those of one group.
    struct Part {
        let categories: [String]
        let exposure: Exposure
    }

    /// Numbers of one place, part by part and stratum by stratum.
    struct Sums {
        var events: [Double]
        var exposure: [Double]

        /// The numbers of each of `count` parts.
        func parts(_ count: Int) -> [Sums] {
            let size = events.count / count
            return (0..<count).map { part in
                let own = part * size..<(part + 1) * size
                return Sums(events: Array(events[own]), exposure: Array(exposure[own]))
            }
        }

        var allEvents: Double { events.reduce(0, +) }
        var allExposure: Double { exposure.reduce(0, +) }

        static func + (left: Sums, right: Sums) -> Sums {
            Sums(
                events: zip(left.events, right.events).map(+), exposure: zip(left.exposure, right.exposure).map(+))
        }

        /// What is left of these numbers without `part`; `nil` where the part is more than the whole.
        func without(_ part: Sums) -> Sums? {
            // Weighted counts may differ in the last digits.
            func rest(_ whole: Double, _ part: Double) -> Double? {
                part > whole * (1 + 1e-9) + 1e-9 ? nil : max(0, whole - part)
            }
            let events = zip(events, part.events).compactMap(rest)
            let exposure = zip(exposure, part.exposure).compactMap(rest)
            let isSound = events.count == self.events.count && exposure.count == self.exposure.count
            return isSound ? Sums(events: events, exposure: exposure) : nil
        }
    }

    /// What the years of a period come to.
    enum Told {
        case whole(Sums)
        case someYears
        case nothing

        var sums: Sums? {
            if case .whole(let sums) = self { return sums }
            return nil
        }
    }

    let table: CountTable
    let parts: [Part]
    let strata: Strata
    let places: StudiedPlaces
    private var remembered: [Area: [Int: Sums]] = [:]

    init(table: CountTable, parts: [Part], strata: Strata, places: StudiedPlaces) {
        self.table = table
        self.parts = parts
        self.strata = strata
        self.places = places
    }

    /// The same, with the numbers of every place and year worked out once.
    func remembering() -> EventCounts {
        var counts = self
        for area in places.areas {
            var years: [Int: Sums] = [:]
            for year in table.axes.years { years[year] = sums(area, year) }
            counts.remembered[area] = years
        }
        return counts
    }

    /// The numbers of `area` in `year`; `nil` where the register or the population does not tell all of them.
    func sums(_ area: Area, _ year: Int) -> Sums? {
        if let years = remembered[area] { return years[year] }
        var sums = Sums(events: [], exposure: [])
        for part in parts {
            for stratum in strata.all {
                guard let events = count(area, year, stratum, part.categories),
                    let exposure = exposure(part.exposure, area, year, stratum)
                else { return nil }
                sums.events.append(events)
                sums.exposure.append(exposure)
            }
        }
        return sums
    }

    /// The numbers of `area` summed over the years of `period`.
    func told(_ area: Area, _ period: Period) -> Told {
        let years = (period.start...period.end).compactMap { sums(area, $0) }
        guard let first = years.first else { return .nothing }
        return years.count == period.years ? .whole(years.dropFirst().reduce(first, +)) : .someYears
    }

    /// How much of the city's events in `period` belongs to no district; `nil` unless all its districts are told.
    func unknown(_ period: Period) -> UnknownShare? {
        guard let city = told(places.city, period).sums, city.allEvents > 0, city.allExposure > 0 else { return nil }
        var rest = (events: city.allEvents, exposure: city.allExposure)
        for district in places.districts {
            guard let sums = told(district, period).sums else { return nil }
            rest.events -= sums.allEvents
            rest.exposure -= sums.allExposure
        }
        return UnknownShare(events: rest.events / city.allEvents, denominator: rest.exposure / city.allExposure)
    }

    /// The periods of a series of `length` years each, one for every year that any place has numbers for.
    ///
    /// No period reaches back across a year in which the register began to count something else. Where the register
    /// begins, or begins anew, periods are shorter; those of less than half the length are left out. If nothing is left,
    /// there is one period, too short.
    func periods(of length: Int) -> [Period] {
        let present = table.axes.years.filter { year in places.areas.contains { sums($0, year) != nil } }
        guard let first = present.first, let last = present.last else { return [] }
        let starts = table.quality.breaks.filter { $0 > first && $0 <= last } + [first]
        let periods = (first...last).compactMap { end -> Period? in
            let start = max(end - length + 1, starts.filter { $0 <= end }.max() ?? first)
            return 2 * (end - start + 1) >= length ? Period(start: start, end: end) : nil
        }
        return periods.isEmpty ? [Period(start: first, end: last)].compactMap { $0 } : periods
    }

    // MARK: - One stratum

    private func count(_ area: Area, _ year: Int, _ stratum: Strata.Stratum, _ categories: [String]) -> Double? {
        var sum = 0.0
        for category in categories {
            guard let count = table.sum(area, year, sexes: stratum.sexes, ages: stratum.ages, category) else {
                return nil
            }
            sum += count
        }
        return sum
    }

    private func exposure(_ exposure: Exposure, _ area: Area, _ year: Int, _ stratum: Strata.Stratum) -> Double? {
        switch exposure {
        case .categories(let categories): return count(area, year, stratum, categories)
        case .persons(let population):
            return population.persons(area, year, stratum.sex, stratum.range).map { Double($0) }
        case .personYears(let population):
            guard let first = population.persons(area, year, stratum.sex, stratum.range),
                let last = population.persons(area, year + 1, stratum.sex, stratum.range)
            else { return nil }
            return Double(first + last) / 2
        }
    }
}
