import Geography

extension GrunnkretsCode: ExpressibleByStringLiteral {
    /// A code that the test knows to be one.
    public init(stringLiteral digits: String) { self.init(digits)! }
}

extension DistrictCode: ExpressibleByStringLiteral {
    /// A code that the test knows to be one.
    public init(stringLiteral digits: String) { self.init(digits)! }
}

extension KommuneCode: ExpressibleByStringLiteral {
    /// A code that the test knows to be one.
    public init(stringLiteral digits: String) { self.init(digits)! }
}

extension CalendarDate: ExpressibleByStringLiteral {
    /// A date that the test knows to be one.
    public init(stringLiteral iso: String) { self.init(iso)! }
}
