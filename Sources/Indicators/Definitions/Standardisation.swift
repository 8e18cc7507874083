/// What differences between places are taken out of a figure, by indirect standardisation.
public enum Standardisation: String, CaseIterable, Hashable, Sendable {
    /// Those of age.
    case age
    /// Those of sex.
    case sex
    /// Those of age and sex.
    case ageAndSex = "age-and-sex"

    /// True if ages are told apart.
    public var tellsAge: Bool { self != .sex }
    /// True if sexes are told apart.
    public var tellsSex: Bool { self != .age }
}
