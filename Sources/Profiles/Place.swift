import Geography

/// A district as its profile knows it: itself, the split it belongs to, and its city.
public struct Place: Sendable {
    /// The city.
    public let city: City
    /// The city's kommune code today.
    public let kommune: KommuneCode
    /// The split.
    public let split: Split
    /// The district as it is today.
    public let district: District

    /// The district as figures name it.
    public var area: Area { .district(split.id, district.code) }
    /// The city as figures name it.
    public var cityArea: Area { .kommune(kommune) }
}
