import Borders
import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers
import Rendering

/// Everything one edition is defined by.
struct EditionDefinitions: Sendable {
    let edition: Edition
    /// The folder of the site that the edition lies in; empty, or ending in `/`.
    let folder: String
    let publisher: FigurePublisher
    let registers: [RegisterDefinition]
    let wordings: Wordings
    /// Who publishes the site, where, and on what terms.
    let identity: SiteIdentity
    /// Every edition and correction so far, the newest first.
    let releases: [Release]
    let templates: TemplateLibrary
    /// The borders of the splits that have any.
    let borders: [SplitID: BorderMap]
    let palette: Palette

    /// What `plan` takes of the whole.
    init(
        _ plan: PlannedEdition, geography: Geography, library: IndicatorLibrary, policy: DisclosurePolicy,
        registers: [RegisterDefinition], wordings: Wordings, identity: SiteIdentity, releases: [Release],
        templates: TemplateLibrary, borders: [SplitID: BorderMap], palette: Palette
    ) {
        let published = plan.published(of: registers)
        edition = plan.edition
        isDelivered = plan.edition.isSynthetic
        folder = plan.folder
        self.registers = registers.filter { published.contains($0.id) }
        self.wordings = wordings
        self.identity = identity
        self.releases = releases
        self.templates = templates
        self.borders = borders
        self.palette = palette
        publisher = FigurePublisher(
            geography: geography, library: library.limited(to: published), policy: policy,
            today: plan.edition.geographyDate)
    }

    /// What pages say about the registers.
    var sources: [SourceNote] {
        registers.map {
            SourceNote(
                register: $0.id, name: $0.name, owner: $0.owner, counts: $0.counts, coverage: $0.coverage,
                licence: $0.licence, tables: $0.tables)
        }
    }

    /// The files of figures that pages offer.
    var downloads: [Download] {
        [.figures, .spreadsheet, .columns] + (isCatalogued ? [.catalogue] : [])
            + (isDelivered ? [.audit, .ledger] : [])
            + publisher.library.indicators.flatMap { [.table($0.id), .jsonStat($0.id)] }
    }

    /// True if the site's catalogue tells of it: figures made by a program are not for others to find.
    var isCatalogued: Bool { identity.address != nil && !edition.isSynthetic }

    /// True if its figures are made from deliveries, so that some of them are withheld.
    let isDelivered: Bool

    /// Who the figures of `indicator` come from.
    func source(of indicator: IndicatorDefinition) -> Translated<String> {
        Translated { language in
            registers.first { $0.id == indicator.register }
                .map { "\($0.owner[language]): \($0.name[language])" } ?? ""
        }
    }

    /// Who the figures of all indicators come from: every owner once, in the order of registers.
    var allSources: Translated<String> {
        Translated { language in
            var owners: [String] = []
            for register in registers where !owners.contains(register.owner[language]) {
                owners.append(register.owner[language])
            }
            return owners.joined(separator: ", ")
        }
    }

    /// How a file of figures called `title` is cited.
    func citation(of title: String, from source: String, in language: Language) throws(InputFailure) -> String {
        try wordings[language].phrase(
            "data.cite",
            [
                "title": title, "edition": edition.id, "date": NumberStyle(language).date(edition.date),
                "source": source, "licence": identity.licence.name,
            ])
    }
}
