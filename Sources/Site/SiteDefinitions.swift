import Borders
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
            return (Geography.load(from: folders.geography, &diagnostics)?.published, diagnostics)
        } _: {
            var diagnostics = Diagnostics()
            return (Wordings.load(from: folders.templates.folder("text"), &diagnostics), diagnostics)
        }
        diagnostics.merge(places.1)
        diagnostics.merge(words.1)
        let figures = FigureDefinitions(from: indicators, &diagnostics)
        let registers = figures.registers
        let ids = registers.map(\.id)
        func edition(_ name: String) -> PlannedEdition? {
            InputFile(reading: indicators.file(name), &diagnostics).flatMap {
                EditionFile.load($0, known: ids, epoch: epoch, &diagnostics)
            }
        }
        let open = edition("edition.yaml")
        let identity = InputFile(reading: indicators.file("site.yaml"), &diagnostics).flatMap {
            SiteIdentityFile.load($0, &diagnostics)
        }
        let releases = InputFile(reading: indicators.file("releases.yaml"), &diagnostics).flatMap {
            ReleasesFile.load($0, newest: open?.edition.id, &diagnostics)
        }
        let demonstration = folders.deliveries.flatMap { _ in edition("demonstration.yaml") }
        let templates = TemplateLibrary.load(
            pages: folders.templates.folder("pages"), partials: folders.templates.folder("partials"), &diagnostics)
        let palette = InputFile(reading: folders.templates.file("palette.yaml"), &diagnostics).flatMap {
            PaletteFile.load($0, &diagnostics)
        }
        let today = [open, demonstration].compactMap { $0?.edition.geographyDate }
        let borders = places.0.map { geography in
            today.map { Self.borders(of: geography, besides: folders.borders, on: $0, &diagnostics) }
        }
        guard !diagnostics.hasErrors, let geography = places.0, let library = figures.library,
            let policy = figures.policy, let open,
            let wordings = words.0, let identity, let releases, let templates, let palette
        else { return nil }
        func definitions(_ plan: PlannedEdition, _ borders: [SplitID: BorderMap]?) -> EditionDefinitions {
            EditionDefinitions(
                plan, geography: geography, library: library, policy: policy, registers: registers, wordings: wordings,
                identity: identity, releases: releases, templates: templates, borders: borders ?? [:], palette: palette)
        }
        self.open = definitions(open, borders?.first)
        self.demonstration = demonstration.map { definitions($0, borders?.last) }
    }

    /// The borders of the splits of `geography` as they are on `date`: those in `folder`, else those that a split's own
    /// definition names.
    private static func borders(
        of geography: Geography, besides folder: InputFolder?, on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) -> [SplitID: BorderMap] {
        let splits = geography.cities.flatMap(\.splits)
        let maps = concurrently(splits.count, &diagnostics) { index, diagnostics -> BorderMap? in
            let split = splits[index]
            let source = folder.flatMap { BorderSource.read(of: split.id, in: $0, &diagnostics) } ?? split.borders
            return source.flatMap { BorderReader.read($0, of: split, on: date, &diagnostics) }
        }
        return Dictionary(zip(splits.map(\.id), maps)) { first, _ in first }.compactMapValues(\.self)
    }
}
