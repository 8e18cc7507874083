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
    /// The open edition.
    let open: EditionDefinitions
    /// The demonstration edition, where there are deliveries to make it from.
    let demonstration: EditionDefinitions?

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
        library?.checkWhole(registers, &diagnostics)
        let policy = InputFile(reading: indicators.file("disclosure.yaml"), &diagnostics).flatMap {
            DisclosurePolicy.load($0, registers: ids, &diagnostics)
        }
        if let library { policy?.withholding.check(library, &diagnostics) }
        func edition(_ name: String) -> PlannedEdition? {
            InputFile(reading: indicators.file(name), &diagnostics).flatMap {
                EditionFile.load($0, known: ids, epoch: epoch, &diagnostics)
            }
        }
        let open = edition("edition.yaml")
        let demonstration = folders.deliveries.flatMap { _ in edition("demonstration.yaml") }
        let templates = TemplateLibrary.load(
            pages: folders.templates.folder("pages"), partials: folders.templates.folder("partials"), &diagnostics)
        let palette = InputFile(reading: folders.templates.file("palette.yaml"), &diagnostics).flatMap {
            PaletteFile.load($0, &diagnostics)
        }
        guard !diagnostics.hasErrors, let geography = places.0, let library, let policy, let open,
            let wordings = words.0, let templates, let palette
        else { return nil }
        func definitions(_ plan: PlannedEdition) -> EditionDefinitions {
            EditionDefinitions(
                plan, geography: geography, library: library, policy: policy, registers: registers, wordings: wordings,
                templates: templates, palette: palette)
        }
        self.open = definitions(open)
        self.demonstration = demonstration.map(definitions)
    }
}
