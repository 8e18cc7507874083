/// Sensitive cells that no pattern can protect: what is frozen, hidden or known already gives them away.
public struct Unprotectable: Error, Hashable, Sendable {
    /// The cells' places in their system, in order; whoever is shown them learns which numbers have leaked.
    public let cells: [Int]

    /// These cells cannot be protected.
    public init(cells: [Int]) {
        self.cells = cells
    }
}
