import Geography
@_spi(Confidential) import Registers
import Statistics

/// Works out an indicator's figures for the places of one split, from what the registers hold.
@_spi(Confidential) public struct IndicatorCalculator: Sendable {
    private let figures: OpenFigures
    private let places: StudiedPlaces

    /// A calculator for the country, the city of `division` and its districts.
    public init(_ figures: OpenFigures, division: AreaDirectory.Division, history: BoundaryHistory) {
        self.figures = figures
        places = StudiedPlaces(division: division, history: history)
    }

    /// Every figure of `definition`: each place, each period, and the sexes and ages it is broken down by. Empty where
    /// the register holds no figures of the kind that the measure needs.
    public func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        switch definition.measure {
        case .published(let sex, let age, let category):
            return figures.ownerFigures(definition.register).map {
                places.published(definition, sex, age, category, in: $0)
            } ?? []
        case .growthSpread(let years, let smallest, let fewest):
            return figures.partPopulation(definition.register).map {
                PartSpread(table: $0, places: places, years: years, smallestPart: smallest, fewestParts: fewest)
                    .figures(of: definition)
            } ?? []
        case .count, .proportion, .ratio, .meanAge, .growth, .shareOfCity:
            return figures.population(definition.register).map {
                PopulationFigures($0, places: places).figures(of: definition)
            } ?? []
        }
    }

    /// True if the register of `definition` holds figures of the kind that its measure needs.
    public func hasFigures(for definition: IndicatorDefinition) -> Bool {
        switch definition.measure {
        case .published(let sex, let age, let category):
            figures.ownerFigures(definition.register)?.has(sex: sex, age: age, category: category) ?? false
        case .growthSpread: figures.partPopulation(definition.register) != nil
        case .count, .proportion, .ratio, .meanAge, .growth, .shareOfCity:
            figures.population(definition.register) != nil
        }
    }

    /// The counts of the rest of the city — the city without `district` — for tests: two groups that share nobody.
    public func restOfCity(_ definition: IndicatorDefinition, without district: Area, _ year: Int) -> Basis? {
        figures.population(definition.register).flatMap {
            Population(table: $0, places: places).restOfCity(definition.measure, without: district, year)
        }
    }
}
