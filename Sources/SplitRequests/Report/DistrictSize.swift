import Geography

/// Roughly how large a requested district is.
public struct DistrictSize: Hashable, Sendable {
    /// The district.
    public let district: DistrictCode
    /// Its band of people.
    public let band: SizeBand
}
