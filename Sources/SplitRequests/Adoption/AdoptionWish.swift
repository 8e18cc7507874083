import Geography

/// What a split is to be called when it is adopted, and who it is for.
public struct AdoptionWish: Sendable {
    /// The folder of the city, short and ASCII; used where the municipality has none yet.
    public let city: String
    /// The folder of the split.
    public let split: String
    /// What the districts are called.
    public let title: Translated<String>
    /// What the split is for.
    public let purpose: Translated<String>
    /// Who asked for it.
    public let requestedBy: String
    /// How far it has come.
    public let status: SplitStatus
    /// The KLASS classification it follows; `nil` for one of the municipality's own.
    public let standard: String?
    /// The language that the pages of a new city open in.
    public let language: Language

    /// A split in the folder `split` of the city in the folder `city`.
    public init(
        city: String, split: String, title: Translated<String>, purpose: Translated<String>, requestedBy: String,
        status: SplitStatus, standard: String?, language: Language
    ) {
        self.city = city
        self.split = split
        self.title = title
        self.purpose = purpose
        self.requestedBy = requestedBy
        self.status = status
        self.standard = standard
        self.language = language
    }
}
