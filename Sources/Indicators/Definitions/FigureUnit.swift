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
    /// For every thousand persons or person-years.
    case perThousand = "per-1000"
    /// For every hundred thousand persons or person-years.
    case perHundredThousand = "per-100000"
    /// Years.
    case years

    /// How many of the unit a whole is: 100 for per cent, 1 where figures are no parts of anything.
    public var scale: Double {
        switch self {
        case .percent, .percentagePoints, .perHundred: 100
        case .perThousand: 1000
        case .perHundredThousand: 100_000
        case .persons, .years: 1
        }
    }
}
