/// How a district lies to one of another split of the same city that it shares units with.
public enum DistrictRelation: Hashable, Sendable {
    /// Both are made of the same units.
    case same
    /// Every unit of the district lies in the other.
    case inside
    /// The district has every unit of the other, and more.
    case holds
    /// They share some units, and each has others.
    case cuts
}
