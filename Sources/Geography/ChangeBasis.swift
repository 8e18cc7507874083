/// What the share of a change rests on.
public enum ChangeBasis: String, CaseIterable, Hashable, Sendable {
    /// All of the old unit went to one new unit.
    case whole
    /// People counted where they live.
    case population
    /// Land.
    case area
    /// Nobody has said how the old unit was shared out.
    case unknown
    /// The old unit ended and nothing came after it.
    case ended
}
