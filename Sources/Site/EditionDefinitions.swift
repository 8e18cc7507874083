import Disclosure
import Geography
import Indicators
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
    let templates: TemplateLibrary
    let palette: Palette

    /// What `plan` takes of the whole.
    init(
        _ plan: PlannedEdition, geography: Geography, library: IndicatorLibrary, policy: DisclosurePolicy,
        registers: [RegisterDefinition], wordings: Wordings, templates: TemplateLibrary, palette: Palette
    ) {
        let published = plan.registers ?? Set(registers.filter { $0.publication == .publishedByOwner }.map(\.id))
        edition = plan.edition
        isDelivered = plan.edition.isSynthetic
        folder = plan.folder
        self.registers = registers.filter { published.contains($0.id) }
        self.wordings = wordings
        self.templates = templates
        self.palette = palette
        publisher = FigurePublisher(
            geography: geography, library: library.limited(to: published), policy: policy,
            today: plan.edition.geographyDate)
    }

    /// What pages say about the registers.
    var sources: [SourceNote] {
        registers.map {
            SourceNote(
                register: $0.id, name: $0.name, owner: $0.owner, counts: $0.counts, licence: $0.licence,
                tables: $0.tables)
        }
    }

    /// The files of figures that pages offer.
    var downloads: [Download] {
        [.figures] + (isDelivered ? [.audit, .ledger] : []) + publisher.library.indicators.map { .jsonStat($0.id) }
    }

    /// True if its figures are made from deliveries, so that some of them are withheld.
    let isDelivered: Bool

    /// Who the figures of `indicator` come from, in bokmål.
    func source(of indicator: IndicatorDefinition) -> String {
        registers.first { $0.id == indicator.register }.map { "\($0.owner[.nb]): \($0.name[.nb])" } ?? ""
    }
}
