import Geography

/// Persons in the parts of districts (delområde within bydel), on 1 January of a year: for showing spread only, never
/// published as such.
@_spi(Confidential) public struct PartPopulationTable: Sendable {
    /// The persons of one part in one year.
    public struct Row: Hashable, Sendable {
        /// The part.
        public let part: PartCode
        /// The district that holds the part.
        public let district: Area
        /// The year of 1 January.
        public let year: Int
        /// The persons.
        public let persons: Int

        /// A row.
        public init(part: PartCode, district: Area, year: Int, persons: Int) {
            self.part = part
            self.district = district
            self.year = year
            self.persons = persons
        }
    }

    private struct Key: Hashable {
        let part: PartCode
        let district: Area
    }

    private var counts: [Key: [Int: Int]] = [:]
    private var members: [Area: Set<PartCode>] = [:]

    /// The table of `rows`; the last of two rows for the same part, district and year holds.
    public init(_ rows: [Row]) {
        for row in rows {
            counts[Key(part: row.part, district: row.district), default: [:]][row.year] = row.persons
            members[row.district, default: []].insert(row.part)
        }
    }

    /// The districts that have parts, in order.
    public func districts() -> [Area] { members.keys.sorted(by: Area.precedes) }

    /// The parts of `district`, in order.
    public func parts(of district: Area) -> [PartCode] { (members[district] ?? []).sorted() }

    /// The years in which any part of `district` has a figure, in order.
    public func years(of district: Area) -> [Int] {
        Set(parts(of: district).flatMap { counts[Key(part: $0, district: district)]?.keys.map { $0 } ?? [] }).sorted()
    }

    /// The persons of `part` within `district` on 1 January `year`, or `nil` where the source does not tell.
    public func persons(_ part: PartCode, of district: Area, _ year: Int) -> Int? {
        counts[Key(part: part, district: district)]?[year]
    }
}
