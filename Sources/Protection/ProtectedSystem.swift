import Cells

/// What may be published of a system, and the proof that it protects what it must. Confidential but for the pattern.
public struct ProtectedSystem: Sendable {
    public let pattern: Pattern
    public let proof: Proof
}
