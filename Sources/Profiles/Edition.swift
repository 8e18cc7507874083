import Geography

/// A publication of the whole site: what is on every page's foot and in every file's address.
public struct Edition: Hashable, Sendable {
    /// The name in addresses, such as `2026`; small ASCII letters, digits and hyphens.
    public let id: String
    /// The day it was published.
    public let date: CalendarDate
    /// The day of which districts and names are shown.
    public let geographyDate: CalendarDate
    /// True if the figures are made up, to show what the site can do; every page then says so.
    public let isSynthetic: Bool

    /// An edition.
    public init(id: String, date: CalendarDate, geographyDate: CalendarDate, isSynthetic: Bool = false) {
        self.id = id
        self.date = date
        self.geographyDate = geographyDate
        self.isSynthetic = isSynthetic
    }
}
