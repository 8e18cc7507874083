/// A code that a district had for some time.
public struct DatedDistrictCode: Hashable, Sendable {
    /// The code.
    public let code: DistrictCode
    /// The days it was in use.
    public let validity: DateRange
}
