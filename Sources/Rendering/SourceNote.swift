import Geography
import Registers

/// What pages say about a register that figures come from.
public struct SourceNote: Sendable {
    /// The register.
    public let register: RegisterID
    /// What it is called.
    public let name: Translated<String>
    /// Who keeps it.
    public let owner: Translated<String>
    /// What it counts, in one sentence.
    public let counts: Translated<String>
    /// Whom it leaves out, and what else limits it, if anything.
    public let coverage: Translated<String>?
    /// The licence of its figures.
    public let licence: Translated<String>
    /// The owner's names or numbers of the tables that were read.
    public let tables: [String]

    /// A note on `register`.
    public init(
        register: RegisterID, name: Translated<String>, owner: Translated<String>, counts: Translated<String>,
        coverage: Translated<String>? = nil, licence: Translated<String>, tables: [String]
    ) {
        self.register = register
        self.name = name
        self.owner = owner
        self.counts = counts
        self.coverage = coverage
        self.licence = licence
        self.tables = tables
    }
}
