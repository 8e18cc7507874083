/// All that is known about a unit through time.
public struct UnitHistory: Hashable, Sendable {
    /// The unit.
    public let code: GrunnkretsCode
    /// Its names, in order of time.
    public let rows: [Unit]
    /// The changes that led to it, through all its forebears, in order of time.
    public let before: [UnitChange]
    /// The changes it led to, through all that came of it, in order of time.
    public let after: [UnitChange]
}
