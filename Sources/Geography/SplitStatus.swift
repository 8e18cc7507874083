/// How far a split has come.
public enum SplitStatus: String, CaseIterable, Hashable, Sendable {
    /// Asked for, not yet published.
    case proposed
    /// Published.
    case inUse = "in-use"
    /// Published before, and kept so that old figures can be read.
    case retired
}
