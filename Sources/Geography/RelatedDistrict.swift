/// A district that another one shares units with, and how it lies to that one.
public struct RelatedDistrict: Hashable, Sendable {
    /// The district that is shared with.
    public let code: DistrictCode
    /// How the district that was asked about lies to it.
    public let relation: DistrictRelation

    /// The district `code`, to which the other lies as `relation` says.
    public init(code: DistrictCode, relation: DistrictRelation) {
        self.code = code
        self.relation = relation
    }
}
