/// What a finding is about, in the order a report treats it.
public enum FindingGroup: String, CaseIterable, Hashable, Sendable {
    /// Whether the codes are those of the date.
    case codes
    /// Whether every unit is placed, once.
    case coverage
    /// Whether borders that were handed in can be used.
    case shape
    /// How many people live in the districts.
    case size
    /// How much could be shown.
    case yield
    /// From when on the districts can be compared.
    case time
    /// Whether comparing with what is published gives a small area away.
    case differencing
    /// Whether the names can be used.
    case names
    /// What could be done better.
    case advice
}
