/// A kommune that a city is, or was, under one code.
public struct Kommune: Hashable, Sendable {
    /// The code.
    public let code: KommuneCode
    /// The days the code was the city's.
    public let validity: DateRange

    /// A city's kommune code and the days it was in use.
    public init(code: KommuneCode, validity: DateRange = DateRange()) {
        self.code = code
        self.validity = validity
    }

    /// The unit `xxxx9999` of people whose grunnkrets is not known.
    ///
    /// KLASS lists it from 2019 only, but such people were always counted; so it follows from the kommune and stands in
    /// no table.
    public var unallocated: GrunnkretsCode? { GrunnkretsCode(code.digits + "9999") }
}
