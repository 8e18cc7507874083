/// What registers hold, whether their figures lie in the open or were delivered in confidence: all that indicators are
/// worked out from.
@_spi(Confidential) public struct RegisterHoldings: Sendable {
    /// Where the figures of a register come from, which decides what may become of them.
    public enum Origin: Hashable, Sendable {
        /// Tables that lie in the open.
        case open
        /// Deliveries in confidence, about real people.
        case delivered
        /// Deliveries that a program made, every one of them.
        case synthetic
    }

    private var populations: [RegisterID: PopulationTable]
    private var countTables: [RegisterID: CountTable]
    private var parts: [RegisterID: PartPopulationTable]
    private var percentages: [RegisterID: OwnerFigures]
    private var origins: [RegisterID: Origin]

    /// Tables of registers that all come from the same place. A register is synthetic only if its counts say so too.
    public init(
        _ origin: Origin, population: [RegisterID: PopulationTable] = [:], counts: [RegisterID: CountTable] = [:],
        partPopulation: [RegisterID: PartPopulationTable] = [:], ownerFigures: [RegisterID: OwnerFigures] = [:]
    ) {
        populations = population
        countTables = counts
        parts = partPopulation
        percentages = ownerFigures
        origins = [:]
        for register in Set(population.keys).union(partPopulation.keys).union(ownerFigures.keys) {
            origins[register] = origin
        }
        for (register, table) in counts {
            origins[register] = origin == .synthetic && !table.quality.isSynthetic ? .delivered : origin
        }
    }

    /// The registers that hold anything.
    public var registers: Set<RegisterID> { Set(origins.keys) }

    /// Where the figures of `register` come from, or `nil` if it holds none.
    public func origin(of register: RegisterID) -> Origin? { origins[register] }

    /// Persons by area, year, sex and age in `register`, or `nil` if it holds none.
    public func population(_ register: RegisterID) -> PopulationTable? { populations[register] }

    /// What `register` has counted, or `nil` if it holds no counts.
    public func counts(_ register: RegisterID) -> CountTable? { countTables[register] }

    /// Persons in the parts of districts in `register`, or `nil` if it holds none.
    public func partPopulation(_ register: RegisterID) -> PartPopulationTable? { parts[register] }

    /// The owner's own figures in `register`, or `nil` if it holds none.
    public func ownerFigures(_ register: RegisterID) -> OwnerFigures? { percentages[register] }
}
