import Registers

/// How an indicator's figures are worked out.
public enum Measure: Hashable, Sendable {
    /// Persons; `breakdown` adds the same count by sex and age group.
    case count(Selection, breakdown: Breakdown)
    /// Persons of one selection in every hundred of another that contains it.
    case proportion(of: Selection, among: Selection)
    /// Persons of one selection for every hundred of another that shares nobody with it.
    case ratio(of: Selection, to: Selection)
    /// The mean age of the population, half a year added to completed years.
    case meanAge
    /// Growth of the population over some years, in per cent of where it began.
    case growth(years: Int)
    /// The district's part of the city's population, in per cent.
    case shareOfCity
    /// The population-weighted standard deviation of growth between a district's parts, in percentage points.
    case growthSpread(years: Int, smallestPart: Int, fewestParts: Int)
    /// A percentage that the owner of the register has published; for one sex alone where the owner gives no other.
    case published(sex: Sex, age: AgeRange, category: String)
    /// Persons that a register counts, in per cent of others that contain them.
    case share(EventSelection, of: ShareDenominator)
    /// Events that a register counts, by the years that people lived in the place.
    case rate(EventSelection)
    /// How long somebody born now would live if they met the deaths of the period at each age.
    case lifeExpectancy(deaths: EventSelection)
    /// How many years longer those of one group who have reached an age live than those of another.
    case lifeExpectancyGap(EventSelection, from: Int, longer: ExposedGroup, shorter: ExposedGroup)
    /// The slope index of inequality: how much more often it happens at the last end of the population than at the first,
    /// when its groups stand in this order.
    case slopeIndex(EventSelection, groups: [ExposedGroup])

    /// The events that are counted; `nil` for a measure of persons alone.
    public var events: EventSelection? {
        switch self {
        case .share(let events, of: _), .rate(let events), .lifeExpectancy(deaths: let events),
            .lifeExpectancyGap(let events, from: _, longer: _, shorter: _), .slopeIndex(let events, groups: _):
            events
        case .count, .proportion, .ratio, .meanAge, .growth, .shareOfCity, .growthSpread, .published: nil
        }
    }

    /// What differences between places are taken out; `nil` where none are.
    public var standardisation: Standardisation? { events?.standardisation }

    /// The groups that are compared; empty for a measure that compares none.
    public var groups: [ExposedGroup] {
        switch self {
        case .lifeExpectancyGap(_, from: _, longer: let longer, shorter: let shorter): [longer, shorter]
        case .slopeIndex(_, groups: let groups): groups
        default: []
        }
    }

    /// True if figures need the persons of the register ``Registers/RegisterID/population`` besides their own register.
    public var needsPopulation: Bool {
        switch self {
        case .share(_, of: .population), .rate, .lifeExpectancy: true
        default: false
        }
    }
}

/// The sexes and ages a count is also given by.
public struct Breakdown: Hashable, Sendable {
    /// The sexes besides both together.
    public let sexes: [Sex]
    /// The ages besides everybody.
    public let ages: [AgeRange]

    /// No breakdown unless sexes or ages are named.
    public init(sexes: [Sex] = [], ages: [AgeRange] = []) {
        self.sexes = sexes
        self.ages = ages
    }
}
