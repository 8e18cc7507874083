extension GrunnkretsCode {
    /// True if the unit lies in `kommune` while its code is valid.
    ///
    /// SSB numbers units within their kommune and renumbers them when the kommune changes, so this holds for the days
    /// of the code itself and says nothing of any other year.
    public func lies(in kommune: KommuneCode) -> Bool { digits.hasPrefix(kommune.digits) }
}

extension GrunnkretsCode {
    /// The number that its kommune has while the code is valid; see ``lies(in:)``.
    public var home: KommuneCode { KommuneCode(of: self) }
}
