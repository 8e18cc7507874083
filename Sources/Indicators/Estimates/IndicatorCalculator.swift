import Geography
import LocatedInput
@_spi(Confidential) import Registers
import Statistics

/// Works out an indicator's figures for the places of one split, from what the registers hold.
@_spi(Confidential) public struct IndicatorCalculator: Sendable {
    private let holdings: RegisterHoldings
    private let places: StudiedPlaces

    /// A calculator for the country, the city of `division` and its districts.
    public init(_ holdings: RegisterHoldings, division: AreaDirectory.Division, history: BoundaryHistory) {
        self.holdings = holdings
        places = StudiedPlaces(division: division, history: history)
    }

    /// Every figure of `definition`: each place, each period, and the sexes and ages it is broken down by. Empty where
    /// the register holds no figures of the kind that the measure needs, which ``check(_:_:)`` reports.
    public func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        switch definition.measure {
        case .published(let sex, let age, let category):
            return holdings.ownerFigures(definition.register).map {
                places.published(definition, sex, age, category, in: $0)
            } ?? []
        case .growthSpread(let years, let smallest, let fewest):
            return holdings.partPopulation(definition.register).map {
                PartSpread(table: $0, places: places, years: years, smallestPart: smallest, fewestParts: fewest)
                    .figures(of: definition)
            } ?? []
        case .count, .proportion, .ratio, .meanAge, .growth, .shareOfCity:
            return holdings.population(definition.register).map {
                PopulationFigures($0, places: places).figures(of: definition)
            } ?? []
        case .share, .rate, .lifeExpectancy, .lifeExpectancyGap, .slopeIndex:
            return events(of: definition)?.figures(of: definition) ?? []
        }
    }

    /// Reports why figures of `definition` cannot be worked out: its register holds none of the kind that its measure
    /// needs, does not tell apart what it asks for, or counts more events than people they could happen to.
    public func check(_ definition: IndicatorDefinition, _ diagnostics: inout Diagnostics) {
        let isThere: Bool
        switch definition.measure {
        case .published(let sex, let age, let category):
            isThere = holdings.ownerFigures(definition.register)?.has(sex: sex, age: age, category: category) ?? false
        case .growthSpread: isThere = holdings.partPopulation(definition.register) != nil
        case .count, .proportion, .ratio, .meanAge, .growth, .shareOfCity:
            isThere = holdings.population(definition.register) != nil
        case .share, .rate, .lifeExpectancy, .lifeExpectancyGap, .slopeIndex:
            isThere = true
            do {
                let figures = try EventFigures(definition, from: holdings, places: places)
                for (area, year) in figures?.impossibilities() ?? [] {
                    diagnostics.emit(.numeratorExceedsDenominator(definition, area, year))
                }
            } catch {
                diagnostics.emit(.cannotBeWorkedOut(definition, error))
            }
        }
        if !isThere { diagnostics.emit(.noFigures(definition)) }
    }

    /// The counts of the rest of the city — the city without `district` — for tests: two groups that share nobody.
    public func restOfCity(_ definition: IndicatorDefinition, without district: Area, _ period: Period) -> Basis? {
        if let events = events(of: definition) { return events.restOfCity(without: district, period) }
        return holdings.population(definition.register).flatMap {
            Population(table: $0, places: places).restOfCity(definition.measure, without: district, period.end)
        }
    }

    /// The counts that the figures of `definition` give away; empty for a measure that is not made from events.
    public func shares(of definition: IndicatorDefinition) -> [CountedShare] { events(of: definition)?.shares ?? [] }

    private func events(of definition: IndicatorDefinition) -> EventFigures? {
        do { return try EventFigures(definition, from: holdings, places: places) } catch { return nil }
    }
}

extension Diagnostic {
    fileprivate static func noFigures(_ indicator: IndicatorDefinition) -> Diagnostic {
        Diagnostic(
            .error, "NoFigures", at: indicator.location,
            "register '\(indicator.register)' holds no figures that indicator '\(indicator.id)' could be made from",
            remedy: "name another register or category, or import the figures")
    }

    fileprivate static func cannotBeWorkedOut(_ indicator: IndicatorDefinition, _ fault: EventFault) -> Diagnostic {
        let place = indicator.location
        switch fault {
        case .noCounts: return noFigures(indicator)
        case .noPopulation:
            return Diagnostic(
                .error, "NoPopulation", at: place,
                "the figures of '\(indicator.id)' are set against the register '\(RegisterID.population)', which holds no persons",
                remedy: "deliver or import the population too")
        case .unknownCategory(let name, let known):
            return Diagnostic(
                .error, "UnknownCategory", at: place, "register '\(indicator.register)' has no category '\(name)'",
                remedy: Suggestion.remedy(for: name, among: known))
        case .strata(.sexNotTold):
            return Diagnostic(
                .error, "SexNotTold", at: place,
                "register '\(indicator.register)' does not tell men and women apart, which indicator '\(indicator.id)' needs",
                remedy: "leave out 'sex' and standardise by age alone, or use another register")
        case .strata(.agesNotTold):
            return Diagnostic(
                .error, "AgesNotTold", at: place,
                "the ages of register '\(indicator.register)' do not add up to those of indicator '\(indicator.id)'",
                remedy: "use ages that are sums of the register's own")
        }
    }

    fileprivate static func numeratorExceedsDenominator(_ indicator: IndicatorDefinition, _ area: Area, _ year: Int)
        -> Diagnostic
    {
        Diagnostic(
            .error, "NumeratorExceedsDenominator", at: indicator.location,
            "register '\(indicator.register)' counts more in the numerator of '\(indicator.id)' than in its denominator "
                + "in \(area.words), \(year)",
            remedy: "look for a record that is doubled, or counted under another category")
    }
}

extension Area {
    /// The place as a finding names it.
    fileprivate var words: String {
        switch self {
        case .country: "the country"
        case .kommune(let code): "kommune \(code.digits)"
        case .district(_, let code): "district \(code.digits)"
        case .unallocated(let split, let code): "kommune \(code.digits) outside every district of \(split)"
        }
    }
}
