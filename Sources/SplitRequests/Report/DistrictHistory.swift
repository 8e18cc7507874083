import Geography

/// From when on a requested district can be compared with what it is.
public struct DistrictHistory: Hashable, Sendable {
    /// The district.
    public let district: DistrictCode
    /// The first year on whose first day it was the same place.
    public let from: Int
    /// True where that is as far back as anything is known.
    public let isWhole: Bool
}
