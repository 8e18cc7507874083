import LocatedInput

/// What differs between two published sites: every figure that moved, and every input that is not the same.
public struct SiteDifference: Sendable {
    /// How something differs.
    public enum Kind: String, Sendable {
        /// Only the new site has it.
        case added
        /// Only the old site has it.
        case removed
        /// Both have it, and it says something else.
        case changed
    }

    /// One value of a figure in both sites.
    public struct Change: Equatable, Sendable {
        /// The column of `figures.csv`.
        public let column: String
        /// What the old site says.
        public let old: String
        /// What the new site says.
        public let new: String
    }

    /// A figure that differs.
    public struct Figure: Equatable, Sendable {
        /// The folder of the edition: empty for the open one.
        public let folder: String
        /// What it is about, by the columns of `figures.csv`.
        public let key: [(column: String, value: String)]
        /// How it differs.
        public let kind: Kind
        /// What changed; empty unless it is `changed`.
        public let changes: [Change]

        /// True if both say the same of the same figure.
        public static func == (left: Self, right: Self) -> Bool {
            left.folder == right.folder && left.kind == right.kind && left.changes == right.changes
                && left.key.elementsEqual(right.key, by: ==)
        }
    }

    /// The inputs that differ, by path.
    public let inputs: [(path: String, kind: Kind)]
    /// The figures that differ, by edition, indicator, place and period.
    public let figures: [Figure]

    /// Compares the sites in two folders. All faults of both are reported; `nil` if one cannot be read.
    public init?(from old: String, to new: String, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let sites = [old, new].map { PublishedSite(InputFolder($0), &found) }
        guard let before = sites[0], let after = sites[1], !found.hasErrors else { return nil }
        inputs = Set(before.inputs.keys).union(after.inputs.keys).sorted().compactMap { path in
            Self.kind(before.inputs[path], after.inputs[path]).map { (path, $0) }
        }
        figures = Set(before.editions.keys).union(after.editions.keys).sorted().flatMap { folder in
            Self.figures(before.editions[folder]?.rows ?? [:], after.editions[folder]?.rows ?? [:], in: folder)
        }
    }

    private static func kind<Value: Equatable>(_ old: Value?, _ new: Value?) -> Kind? {
        switch (old, new) {
        case (nil, nil): nil
        case (nil, _): .added
        case (_, nil): .removed
        default: old == new ? nil : .changed
        }
    }

    /// The figures that differ between two tables of rows by key, of an edition that lies in `folder`.
    static func figures(
        _ old: [[String]: [String]], _ new: [[String]: [String]], in folder: String
    ) -> [Figure] {
        // By indicator, then place and period.
        let order = [3, 1, 4, 5, 6, 7, 0, 2]
        let differing = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        return differing.sorted { left, right in
            order.map { left[$0] }.lexicographicallyPrecedes(order.map { right[$0] })
        }.compactMap { key in
            guard let kind = kind(old[key], new[key]) else { return nil }
            let changes = zip(FiguresFile.valueColumns, zip(old[key] ?? [], new[key] ?? [])).compactMap {
                column, values in
                values.0 == values.1 ? nil : Change(column: column, old: values.0, new: values.1)
            }
            return Figure(
                folder: folder, key: Array(zip(FiguresFile.keyColumns, key)).map { (column: $0, value: $1) },
                kind: kind, changes: changes)
        }
    }
}

/// What a published site says about itself, as far as it can be compared.
private struct PublishedSite {
    /// The checksum of each input, by path.
    let inputs: [String: String]
    /// The figures of each edition, by its folder.
    let editions: [String: FiguresFile]

    init?(_ folder: InputFolder, _ diagnostics: inout Diagnostics) {
        guard let manifest = InputFile(reading: folder.file(Manifest.path), &diagnostics) else { return nil }
        guard let files = Manifest.files(in: manifest.data), let inputs = Manifest.inputs(in: manifest.data) else {
            diagnostics.emit(.notAManifest(at: SourceLocation(file: manifest.path)))
            return nil
        }
        self.inputs = Dictionary(inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        var editions: [String: FiguresFile] = [:]
        for path in files.map(\.path) where path.hasSuffix("/figures.csv") {
            guard let file = InputFile(reading: folder.file(path), &diagnostics) else { continue }
            // `data/2026/figures.csv` lies in the open edition, `demo/data/…` in the demonstration.
            let parts = path.split(separator: "/").map(String.init)
            let edition = parts.dropLast(3).joined(separator: "/")
            // Beside the open edition lie those before it.
            if edition.isEmpty, parts.dropLast().last != Manifest.edition(in: manifest.data) { continue }
            editions[edition] = FiguresFile(file, &diagnostics)
        }
        self.editions = editions
    }
}
