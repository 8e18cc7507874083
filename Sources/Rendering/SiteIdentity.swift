import Geography

/// Who publishes the site, where, and on what terms: `indicators/site.yaml`.
public struct SiteIdentity: Sendable {
    /// Whom to ask.
    public struct Contact: Sendable {
        /// A person's, group's or organisation's name.
        public let name: Translated<String>
        /// An address for letters, without `mailto:`.
        public let email: String

        /// A contact.
        public init(name: Translated<String>, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// The terms of what the site adds to its sources.
    public struct Licence: Sendable {
        /// What it is called, such as `CC BY 4.0`.
        public let name: String
        /// Where it can be read.
        public let address: String
        /// Its name in the EU's list of licences, such as `CC_BY_4_0`.
        public let code: String

        /// A licence.
        public init(name: String, address: String, code: String) {
            self.name = name
            self.address = address
            self.code = code
        }
    }

    /// The address of the site's folder, ending in `/`; without it nothing is made that needs a whole address.
    public let address: String?
    /// Who publishes it.
    public let publisher: Translated<String>
    /// The publisher's number in Enhetsregisteret.
    public let organisation: String?
    /// Whom to ask.
    public let contact: Contact
    /// The terms.
    public let licence: Licence
    /// The themes of the EU's list that all datasets belong to, such as `HEAL`.
    public let dataThemes: [String]
    /// How often an edition comes, by the EU's list, such as `ANNUAL`.
    public let frequency: String

    /// An identity.
    public init(
        address: String?, publisher: Translated<String>, organisation: String?, contact: Contact, licence: Licence,
        dataThemes: [String], frequency: String
    ) {
        self.address = address
        self.publisher = publisher
        self.organisation = organisation
        self.contact = contact
        self.licence = licence
        self.dataThemes = dataThemes
        self.frequency = frequency
    }

    /// The folder of the site on its server: `/`, or `/profiler/`; `/` where nobody has said.
    public var folder: String {
        guard let address, let slash = address.dropFirst("https://".count).firstIndex(of: "/") else { return "/" }
        return String(address[slash...])
    }

    /// The whole address of a page or file, a page by its folder; `nil` where the site has no address.
    public func address(of path: SitePath) -> String? { address.map { $0 + path.folderAddress } }
}
