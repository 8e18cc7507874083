/// What a method makes of a case.
public enum MethodOutcome: Hashable, Sendable {
    /// Its figures, by column name.
    case figures([String: Double])
    /// The id of the reason why the method gives none.
    case refused(String)
    /// The case isn't one that the method can be asked about.
    case invalid(MethodFault)
}
