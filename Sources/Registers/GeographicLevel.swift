/// How small the places are that a register has figures for.
public enum GeographicLevel: String, CaseIterable, Sendable {
    /// Basic statistical units.
    case grunnkrets
    /// Parts of districts: delområde within bydel.
    case part
    /// City districts.
    case bydel
    /// Whole kommuner.
    case kommune
}
