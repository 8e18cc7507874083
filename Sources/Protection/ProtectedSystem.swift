import Cells

/// What may be published of a system, and the proof that it protects what it must. Confidential but for the pattern.
public struct ProtectedSystem: Sendable {
    /// Which cells are withheld.
    public let pattern: Pattern
    /// Why that is enough; inside the wall only.
    public let proof: Proof
}
