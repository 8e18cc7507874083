import Borders
import Checksum
import Disclosure
import Foundation
import Geography
import Indicators
import LocatedInput
import Markup
import Parallel
import Profiles
import Registers
import Rendering

/// Builds a whole site in memory from its folders. Nothing is written, and nothing comes out unless all is well.
public struct SiteBuilder: Sendable {
    /// The steps of a build, in order.
    public enum Stage: String, CaseIterable, Sendable {
        case definitions, figures, data, pages, documents, inspection
    }

    private let folders: SiteFolders
    private let epoch: Int?
    private let sharesPictures: Bool
    private let pdfs: PDFMaker?

    /// A builder of the site in `folders`. `epoch`, seconds since 1970, takes the place of the edition's date. With
    /// `sharesPictures` there are pictures for sites where pages are shared, if the program for them is installed.
    /// Profiles are published as PDFs too where `pdfs` makes them.
    public init(_ folders: SiteFolders, epoch: Int? = nil, sharesPictures: Bool = false, pdfs: PDFMaker? = nil) {
        self.sharesPictures = sharesPictures
        self.folders = folders
        self.epoch = epoch
        self.pdfs = pdfs
    }

    /// The site, or `nil` with every reason why not. `began` is told of each stage as it begins.
    public func build(_ diagnostics: inout Diagnostics, began: (Stage) -> Void = { _ in }) -> SiteTree? {
        began(.definitions)
        guard let definitions = SiteDefinitions(folders, epoch: epoch, &diagnostics) else { return nil }
        var tree = SiteTree()
        var printed: [PDFPage] = []
        do {
            began(.figures)
            let table = definitions.open.publisher.publish(
                openFigures: folders.indicators.folder("open-figures"), &diagnostics)
            guard
                let carried = CarriedEditions(
                    folders.earlier, current: definitions.open.edition.id, releases: definitions.open.releases,
                    &diagnostics)
            else { return nil }
            printed += try add(definitions.open, table, carrying: carried, to: &tree, &diagnostics, began)
            let open = table
            if let demonstration = definitions.demonstration, let deliveries = folders.deliveries {
                guard let ledger = ReleaseLedger.beforeNext(folders, edition: demonstration.edition.id, &diagnostics)
                else { return nil }
                began(.figures)
                let table = demonstration.publisher.publish(
                    deliveries: deliveries, corrections: folders.indicators, registers: demonstration.registers,
                    after: ledger, in: folders.ledger ?? "", &diagnostics)
                printed += try add(demonstration, table, after: ledger, to: &tree, &diagnostics, began)
            }
            if let open { try SiteSignposts(definitions: definitions.open, table: open).add(to: &tree) }
        } catch {
            diagnostics.merge(error.diagnostics)
            return nil
        }
        guard !diagnostics.hasErrors else { return nil }
        began(.documents)
        addPDFs(printed, definitions.open.palette, to: &tree, &diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        began(.inspection)
        diagnostics.merge(SiteInspection(tree, named: InputFolder("")).diagnostics())
        guard !diagnostics.hasErrors else { return nil }
        let manifest = Manifest.document(
            of: tree, edition: definitions.open.edition.id, date: definitions.open.edition.date.description,
            inputs: inputs(&diagnostics))
        tree.add(Manifest.path, text: manifest)
        return diagnostics.hasErrors ? nil : tree
    }

    // MARK: - What a site holds

    /// Adds one edition, and says which of its pages are wanted as PDFs; nothing of it where its figures could not be
    /// published, which diagnostics say.
    private func add(
        _ definitions: EditionDefinitions, _ table: PublishedTable?, after ledger: ReleaseLedger = .empty,
        carrying carried: CarriedEditions? = nil, to tree: inout SiteTree, _ diagnostics: inout Diagnostics,
        _ began: (Stage) -> Void
    ) throws(InputFailure) -> [PDFPage] {
        guard let table else { return [] }
        var part = SiteTree()
        began(.data)
        try EditionData(definitions, table).add(to: &part)
        addScriptData(definitions, table, to: &part)
        for file in carried?.files ?? [] { part.add(file.path, file.data) }
        let figures = part[Download.figures.path(in: definitions.edition).text] ?? Data()
        let earlier = carried.map { $0.told(beside: figures, &diagnostics) } ?? .none
        began(.pages)
        let printed = try addPages(definitions, table, earlier, to: &part, &diagnostics)
        addAssets(definitions.palette, to: &part, &diagnostics)
        if definitions.isDelivered { addProtection(definitions.edition, table, after: ledger, to: &part) }
        tree.add(part, below: definitions.folder)
        return printed.map { PDFPage(page: definitions.folder + $0.page, pdf: definitions.folder + $0.pdf) }
    }

    private func addPages(
        _ definitions: EditionDefinitions, _ table: PublishedTable, _ earlier: EarlierEditions, to tree: inout SiteTree,
        _ diagnostics: inout Diagnostics
    ) throws(InputFailure) -> [PDFPage] {
        let converter = sharesPictures && definitions.isCatalogued ? PictureConverter() : nil
        let maker = ProfileMaker(
            table: table, library: definitions.publisher.library, geography: definitions.publisher.geography,
            today: definitions.publisher.today)
        let set = PageSet(
            maker: maker, geography: definitions.publisher.geography, sources: definitions.sources,
            policy: definitions.publisher.policy, edition: definitions.edition,
            identity: definitions.identity, releases: definitions.releases, earlier: earlier,
            hasDemonstration: folders.deliveries != nil, hasSharePictures: converter != nil,
            downloads: definitions.downloads, hasPDFs: pdfs != nil, wordings: definitions.wordings,
            templates: definitions.templates, borders: definitions.borders, palette: definitions.palette)
        let pages = try set.pages()
        for page in pages { tree.add(page.path.text, text: page.document.text) }
        try addSharePictures(of: set, definitions, converter, to: &tree, &diagnostics)
        return pages.compactMap { page in page.pdf.map { PDFPage(page: page.path.text, pdf: $0.text) } }
    }

    private func addSharePictures(
        of set: PageSet, _ definitions: EditionDefinitions, _ converter: PictureConverter?, to tree: inout SiteTree,
        _ diagnostics: inout Diagnostics
    ) throws(InputFailure) {
        guard sharesPictures, definitions.isCatalogued else { return }
        guard let converter else { return diagnostics.emit(.noConverter) }
        let pictures = try set.sharePictures()
        for (picture, pixels) in zip(pictures, converter.png(of: pictures, &diagnostics)) {
            tree.add(picture.path.text, pixels)
        }
    }

    private func addPDFs(
        _ pages: [PDFPage], _ palette: Palette, to tree: inout SiteTree, _ diagnostics: inout Diagnostics
    ) {
        guard let pdfs, let style = InputFile(reading: folders.templates.file("paper/profile.css"), &diagnostics) else {
            return
        }
        let look = PDFLook(
            style: palette.paperStyleSheet + String(decoding: style.data, as: UTF8.self),
            colours: palette.chartColours.byClass)
        pdfs.add(pages, look: look, to: &tree, &diagnostics)
    }

    private func addAssets(_ palette: Palette, to tree: inout SiteTree, _ diagnostics: inout Diagnostics) {
        tree.add(SitePath.paletteSheet.text, text: StyleSheet.compact(palette.styleSheet))
        for name in ["styles", "scripts"] {
            let folder = folders.templates.folder(name)
            for file in folder.names() {
                guard let input = InputFile(reading: folder.file(file), &diagnostics) else { continue }
                if file.hasSuffix(".css") {
                    tree.add("assets/\(file)", text: StyleSheet.compact(String(decoding: input.data, as: UTF8.self)))
                } else {
                    tree.add("assets/\(file)", input.data)
                }
            }
        }
    }

    /// The numbers that scripts show: every cube of the statistics bank, and the barometers side by side.
    private func addScriptData(_ definitions: EditionDefinitions, _ table: PublishedTable, to tree: inout SiteTree) {
        let (edition, publisher) = (definitions.edition, definitions.publisher)
        let indicators = publisher.library.indicators
        let bank = BankFigures(edition: edition, table: table, areas: AreaCatalogue(publisher))
        let documents = concurrently(indicators.count) { bank.document(of: indicators[$0]) }
        for (indicator, document) in zip(indicators, documents) {
            tree.add(SitePath.bank(edition, indicator.id).text, text: document)
        }
        let maker = ProfileMaker(
            table: table, library: publisher.library, geography: publisher.geography, today: publisher.today)
        tree.add(SitePath.barometers(edition).text, text: BarometerFigures(edition: edition, maker: maker).document())
    }

    /// What tells how the edition is protected, and what it gives away.
    private func addProtection(
        _ edition: Edition, _ table: PublishedTable, after ledger: ReleaseLedger, to tree: inout SiteTree
    ) {
        tree.add(Download.audit.path(in: edition).text, text: table.audit.document(of: edition))
        let next = table.ledger(after: ledger, edition: edition.id, geographyDate: edition.geographyDate)
        tree.add(Download.ledger.path(in: edition).text, text: next.text)
    }

    // MARK: - What it is made from

    private func inputs(_ diagnostics: inout Diagnostics) -> [Manifest.Entry] {
        var read: [(name: String, data: Data)] = []
        // A delivery's files were compared with their checksums as they were read.
        for file in folders.inputs {
            if let input = InputFile(reading: file.path, &diagnostics) { read.append((file.name, input.data)) }
        }
        let found = read
        return concurrently(found.count) { index in
            Manifest.Entry(
                path: found[index].name, size: found[index].data.count, sha256: Checksum.sha256(found[index].data))
        }
    }
}
