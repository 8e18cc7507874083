import Geography
@_spi(Confidential) import Registers
import Statistics

/// The measures that are worked out from events that a register counts.
///
/// A period is a sum over its years, of the events and of those they are set against; never a mean of rates. Indirect
/// standardisation expects the country's rates by sex and age in the same period, so that the country is what it is.
struct EventFigures {
    /// How the numbers of a place become a figure.
    private enum Method {
        case share, rate
        case standardisedShare, standardisedRate
        case lifeExpectancy, lifeExpectancyGap
        case slopeIndex
    }

    private(set) var counts: EventCounts
    private let method: Method
    private let length: Int
    private let yearlyCounts: YearlyCounts
    private let scale: Double
    private let places: StudiedPlaces

    /// The figures of `definition`, which is worked out from events; why they cannot be is thrown.
    init?(_ definition: IndicatorDefinition, from holdings: RegisterHoldings, places: StudiedPlaces)
        throws(EventFault)
    {
        guard let events = definition.measure.events else { return nil }
        guard let table = holdings.counts(definition.register) else { throw .noCounts }
        func check(_ categories: [String]) throws(EventFault) {
            for category in categories where !table.axes.categories.contains(category) {
                throw .unknownCategory(category, among: table.axes.categories)
            }
        }
        try check(events.categories)
        func population() throws(EventFault) -> PopulationTable {
            guard let population = holdings.population(.population) else { throw .noPopulation }
            return population
        }
        var parts: [EventCounts.Part] = []
        let exposure: EventCounts.Exposure
        switch definition.measure {
        case .share(_, of: .categories(let categories)):
            try check(categories)
            exposure = .categories(categories)
            method = events.standardisation == nil ? .share : .standardisedShare
        case .share(_, of: .population):
            exposure = .persons(try population())
            method = events.standardisation == nil ? .share : .standardisedShare
        case .lifeExpectancy:
            exposure = .personYears(try population())
            method = .lifeExpectancy
        case .lifeExpectancyGap, .slopeIndex:
            let groups = definition.measure.groups
            try check(groups.flatMap(\.lived))
            parts = groups.map { .init(categories: $0.events, exposure: .categories($0.lived)) }
            exposure = .categories(groups.flatMap(\.lived))
            if case .slopeIndex = definition.measure { method = .slopeIndex } else { method = .lifeExpectancyGap }
        default:
            exposure = .personYears(try population())
            method = events.standardisation == nil ? .rate : .standardisedRate
        }
        let strata: Strata
        do {
            switch definition.measure {
            case .lifeExpectancy: strata = try .lifeTable(events.sex, in: table.axes)
            case .lifeExpectancyGap(_, from: let from, longer: _, shorter: _):
                strata = try .lifeTable(events.sex, from: from, in: table.axes)
            default: strata = try Strata(events, in: table.axes)
            }
        } catch {
            throw .strata(error)
        }
        if parts.isEmpty { parts = [.init(categories: events.categories, exposure: exposure)] }
        counts = EventCounts(table: table, parts: parts, strata: strata, places: places)
        length = events.years
        yearlyCounts = events.counts
        scale = definition.unit.scale
        self.places = places
    }

    /// Every place in every period.
    func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        var remembering = self
        remembering.counts = counts.remembering()
        return remembering.all(definition.id)
    }

    private func all(_ indicator: IndicatorID) -> [ConfidentialFigure] {
        let periods = counts.periods(of: length)
        return periods.enumerated().flatMap { index, period in
            let country = counts.told(.country, period).sums
            let unknown = isCityOnly ? nil : counts.unknown(period)
            return places.areas.map { area in
                let key = FigureKey(indicator: indicator, area: area, period: period)
                if isCityOnly, case .district = area { return ConfidentialFigure(key, .notComputable(.cityOnly)) }
                let value = value(area, period, country: country)
                var flags = breaks(area, period, after: index > 0 ? periods[index - 1] : nil)
                if case .estimate = value { flags.formUnion(self.flags(period)) }
                if case .district = area { return ConfidentialFigure(key, value, flags: flags, unknown: unknown) }
                return ConfidentialFigure(key, value, flags: flags)
            }
        }
    }

    /// The counts of the city without `district`; `nil` where one of them isn't told.
    func restOfCity(without district: Area, _ period: Period) -> Basis? {
        guard let whole = counts.told(places.city, period).sums, let part = counts.told(district, period).sums,
            let rest = whole.without(part)
        else { return nil }
        return outcome(rest, period, country: counts.told(.country, period).sums).basis
    }

    /// Where and when a register counts more events than people they could happen to, by place and year.
    ///
    /// People of unknown district are left out where the population is another register's: one may know an address that
    /// the other does not.
    func impossibilities() -> [(area: Area, year: Int)] {
        guard ![.rate, .standardisedRate, .lifeExpectancy].contains(method) else { return [] }
        var areas = places.areas
        var isSameRegister = false
        if case .categories? = counts.parts.first?.exposure {
            areas.append(places.unallocated)
            isSameRegister = true
        }
        return areas.flatMap { area in
            counts.table.axes.years.filter { year in
                guard let sums = counts.sums(area, year) else { return false }
                // Weighted counts may differ from a whole in the last digits.
                func exceeds(_ events: Double, _ whole: Double) -> Bool { events > whole * (1 + 1e-9) }
                return exceeds(sums.allEvents, sums.allExposure)
                    || isSameRegister && zip(sums.events, sums.exposure).contains { exceeds($0, $1) }
            }.map { (area, $0) }
        }
    }

    // MARK: - One place in one period

    private var isCityOnly: Bool { counts.table.lowestGeography == .kommune }

    private func value(_ area: Area, _ period: Period, country: EventCounts.Sums?) -> ConfidentialFigure.Value {
        // The only period of a register that is too young.
        if 2 * period.years < length { return .notComputable(.tooFewYears) }
        switch counts.told(area, period) {
        case .nothing: return .absent(places.absence(area, period.end))
        case .someYears: return .notComputable(.tooFewYears)
        case .whole(let sums): return outcome(sums, period, country: country)
        }
    }

    private func outcome(_ sums: EventCounts.Sums, _ period: Period, country: EventCounts.Sums?)
        -> ConfidentialFigure.Value
    {
        let trust = trust(period)
        let (events, exposure) = (sums.allEvents, sums.allExposure)
        guard exposure > 0 else { return .notComputable(.nobody) }
        switch method {
        case .share:
            return .estimate(
                scale * events / exposure,
                .proportion(numerator: min(events, exposure) * trust, denominator: exposure * trust))
        case .rate:
            return .estimate(
                scale * events / exposure, .rate(events: events * trust, personYears: exposure * trust))
        case .standardisedShare, .standardisedRate:
            guard let country else { return .absent(.missing) }
            return standardised(sums, country, trust)
        case .lifeExpectancy: return lifeExpectancy(sums, trust)
        case .lifeExpectancyGap: return lifeExpectancyGap(sums, trust)
        case .slopeIndex:
            guard let country else { return .absent(.missing) }
            return slopeIndex(sums, country, trust)
        }
    }

    /// The years that the first group lives longer; the groups share nobody, so that their variances add up.
    private func lifeExpectancyGap(_ sums: EventCounts.Sums, _ trust: Double) -> ConfidentialFigure.Value {
        var years: [Double] = []
        var variances: [Double] = []
        for group in sums.parts(counts.parts.count) {
            let value = lifeExpectancy(group, trust)
            guard case .estimate(let own, .lifeExpectancy(_, let variance)) = value else { return value }
            years.append(own)
            variances.append(variance)
        }
        let gap = years[0] - years[1]
        let basis = Basis.lifeExpectancy(gap, variance: variances[0] + variances[1])
        guard let interval = basis.interval(level: 0.95), !LifeTable.isTooWide(interval) else {
            return .notComputable(.intervalTooWide)
        }
        return .estimate(gap, basis)
    }

    /// The slope through the groups' rates, each directly standardised by age and sex to the country's people of all
    /// groups in the same period.
    private func slopeIndex(_ sums: EventCounts.Sums, _ country: EventCounts.Sums, _ trust: Double)
        -> ConfidentialFigure.Value
    {
        let standard = country.parts(counts.parts.count).reduce(
            [Double](repeating: 0, count: counts.strata.all.count)
        ) { sum, group in zip(sum, group.exposure).map(+) }
        do {
            var groups: [InequalityGradient.Group] = []
            for group in sums.parts(counts.parts.count) {
                let rate = try DirectStandardisation(
                    group.events.indices.map {
                        DirectStandardisation.Stratum(
                            events: group.events[$0] * trust, population: group.exposure[$0] * trust,
                            weight: standard[$0])
                    })
                groups.append(
                    InequalityGradient.Group(
                        population: group.allExposure, value: rate.rate, standardError: rate.variance.squareRoot()))
            }
            let gradient = try InequalityGradient(groups)
            let variance = gradient.sampledVariance ?? 0
            return .estimate(scale * gradient.slopeIndex, .slopeIndex(gradient.slopeIndex, variance: variance))
        } catch DirectStandardisation.Refused.fewEvents {
            return .notComputable(.tooFewEvents)
        } catch {
            return .notComputable(.nobody)
        }
    }

    private func standardised(_ sums: EventCounts.Sums, _ country: EventCounts.Sums, _ trust: Double)
        -> ConfidentialFigure.Value
    {
        let rates = zip(country.events, country.exposure).map { $1 > 0 ? $0 / $1 : 0 }
        guard country.allExposure > 0,
            let ratio = IndirectStandardisation(
                observed: sums.events, population: sums.exposure, reference: rates)
        else { return .notComputable(.nothingExpected) }
        let rate = country.allEvents / country.allExposure
        let value = scale * ratio.smr / 100 * rate
        let (events, expected) = (ratio.observed * trust, ratio.expected * trust)
        if method == .standardisedRate {
            return .estimate(value, .standardisedRate(events: events, expected: expected, country: rate))
        }
        let denominator = sums.allExposure * trust
        return .estimate(
            value,
            .standardisedProportion(
                numerator: min(events, denominator), denominator: denominator, expected: expected, country: rate))
    }

    private func lifeExpectancy(_ sums: EventCounts.Sums, _ trust: Double) -> ConfidentialFigure.Value {
        let bands = counts.strata.all.indices.map { index in
            let range = counts.strata.all[index].range
            return LifeTable.Band(
                from: range.from, width: range.isOpen ? nil : Double(range.to - range.from + 1),
                population: sums.exposure[index] * trust, deaths: sums.events[index] * trust)
        }
        do {
            let table = try LifeTable(bands: bands)
            return .estimate(table.lifeExpectancy, .lifeExpectancy(table.lifeExpectancy, variance: table.variance))
        } catch .wideInterval {
            return .notComputable(.intervalTooWide)
        } catch {
            return .notComputable(.populationTooSmall)
        }
    }

    /// How many independent counts stand behind each that the register says: fewer than 1 where counts are weighted up,
    /// or where the same persons are counted in each of the years of `period`.
    private func trust(_ period: Period) -> Double {
        let forms = counts.table.quality.isEstimate ? counts.table.quality.completeness ?? 1 : 1
        return yearlyCounts == .stock ? forms / Double(period.years) : forms
    }

    private func flags(_ period: Period) -> Set<FigureFlag> {
        let quality = counts.table.quality
        var flags: Set<FigureFlag> = []
        if !quality.provisionalYears.isDisjoint(with: period.start...period.end) { flags.insert(.provisional) }
        if quality.isEstimate { flags.insert(.estimate) }
        return flags
    }

    /// The break between a period and the one before, whether there is a number or not.
    private func breaks(_ area: Area, _ period: Period, after earlier: Period?) -> Set<FigureFlag> {
        guard let earlier else { return [] }
        let quality = counts.table.quality
        // The figures of smaller places have been traced to today's borders, those of districts are as they were.
        let isTraced = counts.table.lowestGeography == .grunnkrets
        let isBroken = (earlier.end + 1...period.end).contains { year in
            quality.breaks.contains(year) || !isTraced && places.history.breaks(area, at: year)
        }
        return isBroken ? [.seriesBreak] : []
    }
}

extension ConfidentialFigure.Value {
    /// The counts behind an estimate.
    fileprivate var basis: Basis? {
        if case .estimate(_, let basis) = self { return basis }
        return nil
    }
}
