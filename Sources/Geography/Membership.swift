/// A unit lying in a district for some time: a row of `members.csv`.
public struct Membership: Hashable, Sendable {
    /// The unit.
    public let unit: GrunnkretsCode
    /// The district it lies in.
    public let district: DistrictCode
    /// The days it lies there.
    public let validity: DateRange

    /// `unit` lies in `district` in the days of `validity`.
    public init(unit: GrunnkretsCode, district: DistrictCode, validity: DateRange) {
        self.unit = unit
        self.district = district
        self.validity = validity
    }
}
