/// A unit, and how much of another unit's people went to it.
public struct UnitShare: Hashable, Sendable {
    /// The unit they went to.
    public let unit: GrunnkretsCode
    /// The share of the other unit's people, 0 to 1; `nil` where nobody has stated it.
    public let share: Double?
}
