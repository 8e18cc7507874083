/// A place that a figure is about.
///
/// Kommune codes are those the city has today; what the code was in an earlier year is for the geography to say.
public enum Area: Hashable, Sendable {
    /// The whole country.
    case country
    /// A city: the whole kommune, people of unknown address included.
    case kommune(KommuneCode)
    /// A district of a split.
    case district(SplitID, DistrictCode)
    /// The people of a kommune who belong to no district.
    case unallocated(SplitID, KommuneCode)
}

/// The name of a split of a city, unique in the site: `oslo-bydel` is city `oslo`, split `bydel`.
public struct SplitID: Hashable, Sendable {
    /// The folder of the city under `geography/`.
    public let city: String
    /// The folder of the split under `geography/<city>/splits/`.
    public let split: String

    /// The split `split` of the city `city`.
    public init(city: String, split: String) {
        self.city = city
        self.split = split
    }
}

extension SplitID: Comparable, CustomStringConvertible {
    /// By city, then by split.
    public static func < (left: Self, right: Self) -> Bool { (left.city, left.split) < (right.city, right.split) }
    /// `city-split`, short and ASCII, as in addresses.
    public var description: String { "\(city)-\(split)" }
}
