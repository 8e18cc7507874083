import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Parallel
import Profiles
import Registers
import Rendering

/// Everything a site is defined by, read and checked: no figures.
struct SiteDefinitions: Sendable {
    let edition: Edition
    let publisher: FigurePublisher
    let registers: [RegisterDefinition]
    let wordings: Wordings
    let templates: TemplateLibrary

    /// Reads all folders. Every fault in any of them is reported; `nil` if there is one.
    init?(_ folders: SiteFolders, epoch: Int?, _ diagnostics: inout Diagnostics) {
        let indicators = folders.indicators
        let (places, words) = together {
            var diagnostics = Diagnostics()
            return (Geography.load(from: folders.geography, &diagnostics), diagnostics)
        } _: {
            var diagnostics = Diagnostics()
            return (Wordings.load(from: folders.templates.folder("text"), &diagnostics), diagnostics)
        }
        diagnostics.merge(places.1)
        diagnostics.merge(words.1)
        let registers = RegisterDefinition.loadAll(from: indicators.folder("registers"), &diagnostics)
        let ids = registers.map(\.id)
        let library = IndicatorLibrary.load(from: indicators, registers: ids, &diagnostics)
        let policy = InputFile(reading: indicators.file("disclosure.yaml"), &diagnostics).flatMap {
            DisclosurePolicy.load($0, registers: ids, &diagnostics)
        }
        let edition = InputFile(reading: indicators.file("edition.yaml"), &diagnostics).flatMap {
            EditionFile.load($0, epoch: epoch, &diagnostics)
        }
        let templates = TemplateLibrary.load(
            pages: folders.templates.folder("pages"), partials: folders.templates.folder("partials"), &diagnostics)
        guard !diagnostics.hasErrors, let geography = places.0, let library, let policy, let edition,
            let wordings = words.0, let templates
        else { return nil }
        self.edition = edition
        self.registers = registers
        self.wordings = wordings
        self.templates = templates
        publisher = FigurePublisher(
            geography: geography, library: library, policy: policy, today: edition.geographyDate)
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
    var downloads: [Download] { [.figures] + publisher.library.indicators.map { .jsonStat($0.id) } }

    /// Who the figures of `indicator` come from, in bokmål.
    func source(of indicator: IndicatorDefinition) -> String {
        registers.first { $0.id == indicator.register }.map { "\($0.owner[.nb]): \($0.name[.nb])" } ?? ""
    }
}
