/// How solving a linear program ended.
public enum Outcome: Sendable {
    /// The solution is the least there is.
    case solved
    /// Nothing keeps within all bounds.
    case impossible
    /// The sum has no least value.
    case unbounded
    /// The solver gave up, or the search reached its limit.
    case undecided
}
