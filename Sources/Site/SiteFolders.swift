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

    /// The files that a site is made from, each with its path and the name that the manifest has for it. Of a delivery
    /// it is its description, which holds the checksums of its files.
    public var inputs: [(path: String, name: String)] {
        var files: [(path: String, name: String)] = []
        func collect(_ folder: InputFolder, _ prefix: String) {
            for name in folder.names() {
                let child = folder.folder(name)
                if child.exists {
                    collect(child, "\(prefix)/\(name)")
                } else {
                    files.append((folder.file(name), "\(prefix)/\(name)"))
                }
            }
        }
        collect(geography, "geography")
        collect(indicators, "indicators")
        collect(templates, "templates")
        if let borders { collect(borders, "borders") }
        for delivery in deliveries?.folders() ?? [] {
            guard let folder = deliveries?.folder(delivery) else { continue }
            files.append((folder.file("delivery.yaml"), "deliveries/\(delivery)/delivery.yaml"))
        }
        return files
    }
}
