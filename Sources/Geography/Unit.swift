/// A grunnkrets under one name: a row of `units.csv`. A unit that was renamed has several rows, one after another.
public struct Unit: Hashable, Sendable {
    /// The code.
    public let code: GrunnkretsCode
    /// The name it had in these days; names are dated and often shared, so they are no key.
    public let name: String
    /// The days it had this code and name.
    public let validity: DateRange

    /// The unit `code`, named `name` in the days of `validity`.
    public init(code: GrunnkretsCode, name: String, validity: DateRange) {
        self.code = code
        self.name = name
        self.validity = validity
    }
}
