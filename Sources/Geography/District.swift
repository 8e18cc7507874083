/// A district of a split under one name: a row of `districts.csv`.
public struct District: Hashable, Sendable {
    /// The code.
    public let code: DistrictCode
    /// The name.
    public let name: PlaceName
    /// The days it had this code and name.
    public let validity: DateRange
    /// True if it has a profile; one that is no administration, such as a forest, may be in totals only.
    public let isPublished: Bool

    /// The district `code`, named `name` in the days of `validity`.
    public init(code: DistrictCode, name: PlaceName, validity: DateRange, isPublished: Bool) {
        self.code = code
        self.name = name
        self.validity = validity
        self.isPublished = isPublished
    }
}
