/// A kommune under one code and name: a row of `kommuner.csv`. One that was renamed has several rows.
public struct KommuneName: Hashable, Sendable {
    /// The code.
    public let code: KommuneCode
    /// The official name it had in these days.
    public let name: String
    /// The days it had this code and name.
    public let validity: DateRange

    /// The kommune `code`, named `name` in the days of `validity`.
    public init(code: KommuneCode, name: String, validity: DateRange) {
        self.code = code
        self.name = name
        self.validity = validity
    }
}
