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
        case definitions, figures, data, pages, inspection
    }

    private let folders: SiteFolders
    private let epoch: Int?
    private let sharesPictures: Bool

    /// A builder of the site in `folders`. `epoch`, seconds since 1970, takes the place of the edition's date. With
    /// `sharesPictures` there are pictures for sites where pages are shared, if the program for them is installed.
    public init(_ folders: SiteFolders, epoch: Int? = nil, sharesPictures: Bool = false) {
        self.sharesPictures = sharesPictures
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
            guard
                let carried = CarriedEditions(
                    folders.earlier, current: definitions.open.edition.id, releases: definitions.open.releases,
                    &diagnostics)
            else { return nil }
            try add(definitions.open, table, carrying: carried, to: &tree, &diagnostics, began)
            let open = table
            if let demonstration = definitions.demonstration, let deliveries = folders.deliveries {
                guard let ledger = ReleaseLedger.beforeNext(folders, edition: demonstration.edition.id, &diagnostics)
                else { return nil }
                began(.figures)
                let table = demonstration.publisher.publish(
                    deliveries: deliveries, corrections: folders.indicators, registers: demonstration.registers,
                    after: ledger, in: folders.ledger ?? "", &diagnostics)
                try add(demonstration, table, after: ledger, to: &tree, &diagnostics, began)
            }
            if let open { try SiteSignposts(definitions: definitions.open, table: open).add(to: &tree) }
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
        carrying carried: CarriedEditions? = nil, to tree: inout SiteTree, _ diagnostics: inout Diagnostics,
        _ began: (Stage) -> Void
    ) throws(InputFailure) {
        guard let table else { return }
        var part = SiteTree()
        began(.data)
        try EditionData(definitions, table).add(to: &part)
        for file in carried?.files ?? [] { part.add(file.path, file.data) }
        let figures = part[Download.figures.path(in: definitions.edition).text] ?? Data()
        let earlier = carried.map { $0.told(beside: figures, &diagnostics) } ?? .none
        began(.pages)
        try addPages(definitions, table, earlier, to: &part, &diagnostics)
        addAssets(to: &part, &diagnostics)
        if definitions.isDelivered { addProtection(definitions.edition, table, after: ledger, to: &part) }
        tree.add(part, below: definitions.folder)
    }

    private func addPages(
        _ definitions: EditionDefinitions, _ table: PublishedTable, _ earlier: EarlierEditions, to tree: inout SiteTree,
        _ diagnostics: inout Diagnostics
    ) throws(InputFailure) {
        let converter = sharesPictures && definitions.isCatalogued ? PictureConverter() : nil
        let maker = ProfileMaker(
            table: table, library: definitions.publisher.library, geography: definitions.publisher.geography,
            today: definitions.publisher.today)
        let set = PageSet(
            maker: maker, geography: definitions.publisher.geography, sources: definitions.sources,
            policy: definitions.publisher.policy, edition: definitions.edition,
            identity: definitions.identity, releases: definitions.releases, earlier: earlier,
            hasDemonstration: folders.deliveries != nil, hasSharePictures: converter != nil,
            downloads: definitions.downloads,
            wordings: definitions.wordings, templates: definitions.templates)
        for page in try set.pages() { tree.add(page.path.text, text: page.document.text) }
        guard sharesPictures, definitions.isCatalogued else { return }
        guard let converter else { return diagnostics.emit(.noConverter) }
        let pictures = try set.sharePictures()
        for (picture, pixels) in zip(pictures, converter.png(of: pictures, &diagnostics)) {
            tree.add(picture.path.text, pixels)
        }
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
