/// A cell of a system of linked tables: what it holds, and what a reader learns of it in either case.
///
/// The same set of people under two names is one cell. The fields are the columns of `cells.csv`.
public struct Cell: Hashable, Sendable {
    /// What can be done with a cell.
    public enum Kind: String, CaseIterable, Sendable {
        /// In a table; shown or withheld.
        case cell
        /// Public already: it cannot be withheld any more.
        case frozen
        /// In no table, and never shown; may still be sensitive, such as the people between two district splits.
        case hidden
    }

    /// What a cell's number is.
    public enum Quantity: String, CaseIterable, Sendable {
        /// A whole number of people or events, never negative.
        case count
        /// An amount, such as hours or a denominator's part.
        case real
    }

    /// The name it is found by in files; unique in its system.
    public let id: String
    /// Its true number.
    public let value: Double
    /// What can be done with it.
    public let kind: Kind
    /// What its number is.
    public let quantity: Quantity
    /// Whether it must be protected, where the table's owner has said so; nil leaves it to the policy.
    public let isSensitive: Bool?
    /// The largest number of this cell that is withheld, as of a sum over several years; nil leaves it to the policy.
    public let largestWithheld: Double?
    /// How far apart the ends must lie of what a reader can work out of this cell, as where what is public leaves it no
    /// more; nil leaves it to the policy.
    public let leastWidth: Double?
    /// What showing the cell gives away, where that is less than its number, as with a rounded rate; it holds the
    /// value. Nil: showing it gives the number itself.
    public let shown: ClosedRange<Double>?
    /// The least it can be for a reader who sees the mark; nil leaves it to the policy.
    public let leastKnown: Double?
    /// The most it can be for a reader who sees the mark, such as a public population; nil: no bound.
    public let mostKnown: Double?

    /// A cell; what is left out is left to the policy.
    public init(
        _ id: String, _ value: Double, kind: Kind = .cell, quantity: Quantity = .count, isSensitive: Bool? = nil,
        largestWithheld: Double? = nil, leastWidth: Double? = nil, shown: ClosedRange<Double>? = nil,
        leastKnown: Double? = nil, mostKnown: Double? = nil
    ) {
        self.id = id
        self.value = value
        self.kind = kind
        self.quantity = quantity
        self.isSensitive = isSensitive
        self.largestWithheld = largestWithheld
        self.leastWidth = leastWidth
        self.shown = shown
        self.leastKnown = leastKnown
        self.mostKnown = mostKnown
    }
    /// How far apart the ends must lie of what a reader can work out: its own, else the policy's.
    public func width(_ policy: ProtectionPolicy) -> Double { leastWidth ?? policy.minWidth }

    /// The largest number of this cell that is withheld: its own, else the policy's.
    public func limit(_ policy: ProtectionPolicy) -> Double { largestWithheld ?? policy.largestWithheld }
}
