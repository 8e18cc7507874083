/// Which cells of a system are withheld: one truth value for each cell, in the system's order.
public struct Pattern: Hashable, Sendable {
    /// Whether each cell is withheld, in the order of the system.
    public var withheld: [Bool]

    /// A pattern of these truth values.
    public init(_ withheld: [Bool]) {
        self.withheld = withheld
    }

    /// The pattern that withholds what is sensitive and nothing else, as the naive publication does.
    public init(sensitiveCellsOf system: CellSystem, _ policy: ProtectionPolicy) {
        self.init(
            system.cells.indices.map { system.isSensitive($0, policy) && system.mayBeWithheld($0, policy) })
    }
}
