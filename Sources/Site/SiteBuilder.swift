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
        case definitions, figures, pages, data, inspection
    }

    private let folders: SiteFolders
    private let epoch: Int?

    /// A builder of the site in `folders`. `epoch`, seconds since 1970, takes the place of the edition's date.
    public init(_ folders: SiteFolders, epoch: Int? = nil) {
        self.folders = folders
        self.epoch = epoch
    }

    /// The site, or `nil` with every reason why not. `began` is told of each stage as it begins.
    public func build(_ diagnostics: inout Diagnostics, began: (Stage) -> Void = { _ in }) -> SiteTree? {
        began(.definitions)
        guard let definitions = SiteDefinitions(folders, epoch: epoch, &diagnostics) else { return nil }
        var tree = SiteTree()
        do {
            began(.figures)
            let table = definitions.open.publisher.publish(
                openFigures: folders.indicators.folder("open-figures"), &diagnostics)
            try add(definitions.open, table, to: &tree, &diagnostics, began)
            if let demonstration = definitions.demonstration, let deliveries = folders.deliveries {
                guard let ledger = ReleaseLedger.beforeNext(folders, edition: demonstration.edition.id, &diagnostics)
                else { return nil }
                began(.figures)
                let table = demonstration.publisher.publish(
                    deliveries: deliveries, corrections: folders.indicators, registers: demonstration.registers,
                    after: ledger, in: folders.ledger ?? "", &diagnostics)
                try add(demonstration, table, after: ledger, to: &tree, &diagnostics, began)
            }
        } catch {
            diagnostics.merge(error.diagnostics)
            return nil
        }
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

    /// Adds one edition; nothing of it where its figures could not be published, which diagnostics say.
    private func add(
        _ definitions: EditionDefinitions, _ table: PublishedTable?, after ledger: ReleaseLedger = .empty,
        to tree: inout SiteTree, _ diagnostics: inout Diagnostics, _ began: (Stage) -> Void
    ) throws(InputFailure) {
        guard let table else { return }
        var part = SiteTree()
        began(.pages)
        try addPages(definitions, table, to: &part)
        addAssets(to: &part, &diagnostics)
        began(.data)
        try addData(definitions, table, to: &part)
        if definitions.isDelivered { addProtection(definitions.edition, table, after: ledger, to: &part) }
        tree.add(part, below: definitions.folder)
    }

    private func addPages(_ definitions: EditionDefinitions, _ table: PublishedTable, to tree: inout SiteTree)
        throws(InputFailure)
    {
        let maker = ProfileMaker(
            table: table, library: definitions.publisher.library, geography: definitions.publisher.geography,
            today: definitions.publisher.today)
        let set = PageSet(
            maker: maker, geography: definitions.publisher.geography, sources: definitions.sources,
            policy: definitions.publisher.policy, edition: definitions.edition,
            hasDemonstration: folders.deliveries != nil, downloads: definitions.downloads,
            wordings: definitions.wordings, templates: definitions.templates)
        for page in try set.pages() { tree.add(page.path.text, text: page.document.text) }
    }

    private func addAssets(to tree: inout SiteTree, _ diagnostics: inout Diagnostics) {
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
        addScriptData(definitions, table, areas, to: &tree)
    }

    /// The numbers that scripts show: every cube of the statistics bank, and the barometers side by side.
    private func addScriptData(
        _ definitions: EditionDefinitions, _ table: PublishedTable, _ areas: AreaCatalogue, to tree: inout SiteTree
    ) {
        let (edition, publisher) = (definitions.edition, definitions.publisher)
        let indicators = publisher.library.indicators
        let bank = BankFigures(edition: edition, table: table, areas: areas)
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
