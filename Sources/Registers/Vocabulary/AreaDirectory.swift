import Geography

/// The codes by which tables of figures name places, and the places they stand for.
///
/// `0` is the country, a kommune and a district have their own codes, and the people of a kommune who belong to no
/// district of a split are written as the kommune's code followed by `99`, as SSB writes them.
public struct AreaDirectory: Sendable {
    /// A kommune and the districts it is divided into, those that get no profile included.
    public struct Division: Hashable, Sendable {
        /// The split.
        public let split: SplitID
        /// The kommune, by the code it has today.
        public let kommune: KommuneCode
        /// The districts, by the codes they have today.
        public let districts: [DistrictCode]

        /// The division of `kommune` into `districts`.
        public init(split: SplitID, kommune: KommuneCode, districts: [DistrictCode]) {
            self.split = split
            self.kommune = kommune
            self.districts = districts
        }
    }

    /// The divisions, by split.
    public let divisions: [Division]
    private let areas: [AreaCode: Area]
    private let codes: [Area: AreaCode]

    /// The places of `divisions`, and the country.
    ///
    /// Two splits of one kommune share the kommune; where both would claim a code for districts or for the
    /// unallocated, it stands for the place in the first of them by name.
    public init(_ divisions: [Division]) {
        self.divisions = divisions.sorted { $0.split < $1.split }
        var named: [(AreaCode, Area)] = [(.country, .country)]
        func name(_ area: Area, _ digits: String) {
            if let code = AreaCode(digits) { named.append((code, area)) }
        }
        for division in self.divisions {
            name(.kommune(division.kommune), division.kommune.digits)
            for district in division.districts { name(.district(division.split, district), district.digits) }
            name(.unallocated(division.split, division.kommune), division.kommune.digits + "99")
        }
        areas = Dictionary(named, uniquingKeysWith: { first, _ in first })
        codes = Dictionary(named.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place that `code` stands for, or `nil`.
    public subscript(code: AreaCode) -> Area? { areas[code] }

    /// The code of `area`, or `nil` for a place outside the directory.
    public func code(of area: Area) -> AreaCode? { codes[area] }

    /// All codes, in order.
    public var allCodes: [AreaCode] { areas.keys.sorted() }
}
