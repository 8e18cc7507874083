import Geography

/// Whether a place had the borders it has today in the years before.
public struct BoundaryHistory: Sendable {
    /// What a place was in one year, seen from today.
    public enum Status: Hashable, Sendable {
        /// The same place.
        case same
        /// A place with other borders: without some of today's units, and with others. Two years with the same
        /// differences had the same borders.
        case changed(without: [GrunnkretsCode], with: [GrunnkretsCode])
        /// No place of the city.
        case absent
    }

    private let statuses: [Area: [Int: Status]]

    /// The history of places by year.
    public init(_ statuses: [Area: [Int: Status]]) { self.statuses = statuses }

    /// What `area` was on 1 January `year`; the same for places and years nobody has traced, such as the country.
    public func status(of area: Area, in year: Int) -> Status { statuses[area]?[year] ?? .same }

    /// True if a series of `area` is broken between the year before and `year`; never where the series begins.
    public func breaks(_ area: Area, at year: Int) -> Bool {
        guard let before = statuses[area]?[year - 1], before != .absent else { return false }
        return before != status(of: area, in: year)
    }
}
