/// The unit of an indicator's figures, as files name it; its words are in the string tables.
public enum FigureUnit: String, CaseIterable, Hashable, Sendable {
    /// Persons.
    case persons
    /// Per cent.
    case percent
    /// Percentage points.
    case percentagePoints = "percentage-points"
    /// For every hundred of the others.
    case perHundred = "per-100"
    /// Years.
    case years
}
