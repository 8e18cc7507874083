import LocatedInput

/// The folders a site is made from.
public struct SiteFolders: Sendable {
    /// How districts are made up.
    public let geography: InputFolder
    /// What figures mean, and the figures that lie in the open.
    public let indicators: InputFolder
    /// How pages look and what they say.
    public let templates: InputFolder
    /// The deliveries that the demonstration edition is made from; without them there is none.
    public let deliveries: InputFolder?
    /// The release ledger of the newest edition that was made from deliveries, if there is one.
    public let ledger: String?
    /// Borders of districts besides those in `geography`; a folder `<city>/<split>/` each, with a `borders.yaml`.
    public let borders: InputFolder?

    /// A site published before, whose earlier editions' files are carried on; `nil` where there is none.
    public let earlier: InputFolder?

    /// The folders and the ledger, by their paths.
    public init(
        geography: String, indicators: String, templates: String, deliveries: String? = nil, ledger: String? = nil,
        earlier: String? = nil, borders: String? = nil
    ) {
        self.geography = InputFolder(geography)
        self.indicators = InputFolder(indicators)
        self.templates = InputFolder(templates)
        self.deliveries = deliveries.map { InputFolder($0) }
        self.ledger = ledger
        self.earlier = earlier.map { InputFolder($0) }
        self.borders = borders.map { InputFolder($0) }
    }
}
