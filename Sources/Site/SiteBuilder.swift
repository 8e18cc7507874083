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
        case definitions, figures, pages, data, documents, inspection
    }

    private let folders: SiteFolders
    private let epoch: Int?
    private let pdfs: PDFMaker?

    /// A builder of the site in `folders`. `epoch`, seconds since 1970, takes the place of the edition's date. Profiles
    /// are published as PDFs too where `pdfs` makes them.
    public init(_ folders: SiteFolders, epoch: Int? = nil, pdfs: PDFMaker? = nil) {
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
            printed += try add(definitions.open, table, to: &tree, &diagnostics, began)
            if let demonstration = definitions.demonstration, let deliveries = folders.deliveries {
                guard let ledger = ReleaseLedger.beforeNext(folders, edition: demonstration.edition.id, &diagnostics)
                else { return nil }
                began(.figures)
                let table = demonstration.publisher.publish(
                    deliveries: deliveries, corrections: folders.indicators, registers: demonstration.registers,
                    after: ledger, in: folders.ledger ?? "", &diagnostics)
                printed += try add(demonstration, table, after: ledger, to: &tree, &diagnostics, began)
            }
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
        to tree: inout SiteTree, _ diagnostics: inout Diagnostics, _ began: (Stage) -> Void
    ) throws(InputFailure) -> [PDFPage] {
        guard let table else { return [] }
        var part = SiteTree()
        began(.pages)
        let printed = try addPages(definitions, table, to: &part)
        addAssets(definitions.palette, to: &part, &diagnostics)
        began(.data)
        try addData(definitions, table, to: &part)
        if definitions.isDelivered { addProtection(definitions.edition, table, after: ledger, to: &part) }
        tree.add(part, below: definitions.folder)
        return printed.map { PDFPage(page: definitions.folder + $0.page, pdf: definitions.folder + $0.pdf) }
    }

    private func addPages(_ definitions: EditionDefinitions, _ table: PublishedTable, to tree: inout SiteTree)
        throws(InputFailure) -> [PDFPage]
    {
        let maker = ProfileMaker(
            table: table, library: definitions.publisher.library, geography: definitions.publisher.geography,
            today: definitions.publisher.today)
        let set = PageSet(
            maker: maker, geography: definitions.publisher.geography, sources: definitions.sources,
            policy: definitions.publisher.policy, edition: definitions.edition,
            hasDemonstration: folders.deliveries != nil, downloads: definitions.downloads,
            hasPDFs: pdfs != nil, wordings: definitions.wordings, templates: definitions.templates,
            palette: definitions.palette)
        let pages = try set.pages()
        for page in pages { tree.add(page.path.text, text: page.document.text) }
        return pages.compactMap { page in page.pdf.map { PDFPage(page: page.path.text, pdf: $0.text) } }
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
        tree.add(SitePath.paletteSheet.text, text: palette.styleSheet)
        for name in ["styles", "scripts"] {
            let folder = folders.templates.folder(name)
            for file in folder.names() {
                guard let input = InputFile(reading: folder.file(file), &diagnostics) else { continue }
                tree.add("assets/\(file)", input.data)
            }
        }
    }

    private func addData(_ definitions: EditionDefinitions, _ table: PublishedTable, to tree: inout SiteTree)
        throws(InputFailure)
    {
        let edition = definitions.edition
        let areas = AreaCatalogue(definitions.publisher)
        let figures = FiguresTable(
            edition: edition, table: table, library: definitions.publisher.library, areas: areas)
        tree.add(Download.figures.path(in: edition).text, figures.csv())
        let indicators = definitions.publisher.library.indicators
        let words = try OpenDataWords(
            definitions.wordings[.nb], ages: indicators.flatMap { [$0.measure.ages] + $0.measure.breakdown.ages })
        let documents = concurrently(indicators.count) { index in
            JSONStat(
                edition: edition, table: table, areas: areas,
                source: definitions.source(of: indicators[index]), words: words
            ).document(of: indicators[index])
        }
        for (indicator, document) in zip(indicators, documents) {
            tree.add(Download.jsonStat(indicator.id).path(in: edition).text, text: document)
        }
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
        collect(folders.geography, "geography")
        collect(folders.indicators, "indicators")
        collect(folders.templates, "templates")
        // A delivery's own description holds the checksums of its files, which were compared as they were read.
        for delivery in folders.deliveries?.folders() ?? [] {
            guard let folder = folders.deliveries?.folder(delivery) else { continue }
            files.append((folder.file("delivery.yaml"), "deliveries/\(delivery)/delivery.yaml"))
        }
        var read: [(name: String, data: Data)] = []
        for file in files {
            if let input = InputFile(reading: file.path, &diagnostics) { read.append((file.name, input.data)) }
        }
        let found = read
        return concurrently(found.count) { index in
            Manifest.Entry(
                path: found[index].name, size: found[index].data.count, sha256: Checksum.sha256(found[index].data))
        }
    }
}
