import Checksum
import Foundation
import LocatedInput

/// Where the tables in a folder under `indicators/open-figures/` come from: its `source.yaml`.
public struct FigureSource: Sendable {
    /// The file's own name.
    public static let fileName = "source.yaml"

    /// One table, and where it comes from.
    public struct Table: Sendable {
        /// The name of the file.
        public let file: String
        /// What it holds.
        public let kind: FigureFileKind
        /// The SHA-256 of its bytes, in hexadecimal.
        public let sha256: Located<String>
        /// Who made the figures.
        public let owner: String
        /// The owner's number or name of the table.
        public let table: String
        /// When, or in which version, the figures were taken.
        public let taken: String
        /// Through whose hands they came.
        public let origin: String
        /// The licence of the figures.
        public let licence: String
        /// What the file holds, in a sentence.
        public let holds: String
        /// What was left out, and why.
        public let leftOut: String
    }

    /// The register.
    public let register: RegisterID
    /// The tables, in the order they are listed.
    public let tables: [Table]

    /// Reads `source.yaml` in `folder`, which is named after its register. All faults are reported; `nil` if one was an
    /// error.
    public init?(in folder: InputFolder, _ diagnostics: inout Diagnostics) {
        guard let file = InputFile(reading: folder.file(Self.fileName), &diagnostics) else { return nil }
        self.init(file, &diagnostics)
    }

    /// Reads the sources in `file`.
    init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        guard let root = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        root.allow(["register", "tables"], &diagnostics)
        let register = root.string("register", &diagnostics)
        let tables = root.required("tables", &diagnostics)?.sequence(&diagnostics)?.map { value in
            value.mapping(&diagnostics).flatMap { Table($0, &diagnostics) }
        }
        guard let register, let tables, !tables.contains(where: { $0 == nil }) else { return nil }
        self.register = RegisterID(register.value)
        self.tables = tables.compactMap { $0 }
    }

    /// Opens every table of `kinds` in `folder`; a file that is not the one whose checksum is written is an error.
    func open(_ kind: FigureFileKind, in folder: InputFolder, _ diagnostics: inout Diagnostics) -> [InputFile] {
        tables.filter { $0.kind == kind }.compactMap { table in
            guard let file = InputFile(reading: folder.file(table.file), &diagnostics) else { return nil }
            if Checksum.sha256(file.data) != table.sha256.value { diagnostics.emit(.checksumMismatch(table)) }
            return file
        }
    }

    /// Reports every table in `folder` that no source is named for.
    func reportUnnamed(in folder: InputFolder, _ diagnostics: inout Diagnostics) {
        let named = Set(tables.map(\.file))
        for name in folder.files(ending: "csv") where !named.contains(name) {
            diagnostics.emit(.noSourceNamed(SourceLocation(file: folder.file(name))))
        }
    }
}

extension FigureSource.Table {
    fileprivate init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        let words = ["owner", "table", "taken", "origin", "licence", "holds", "left_out"]
        mapping.allow(["file", "kind", "sha256"] + words, &diagnostics)
        let file = mapping.string("file", &diagnostics)
        let kind = mapping.choice("kind", of: FigureFileKind.self, &diagnostics)
        let sha256 = mapping.string("sha256", &diagnostics)
        let texts = words.map { mapping.string($0, &diagnostics)?.value }
        guard let file, let kind, let sha256, !texts.contains(nil) else { return nil }
        let found = texts.compactMap { $0 }
        self.init(
            file: file.value, kind: kind.value, sha256: sha256, owner: found[0], table: found[1], taken: found[2],
            origin: found[3], licence: found[4], holds: found[5], leftOut: found[6])
    }
}

extension Diagnostic {
    /// The file at `location` has no entry in `source.yaml`.
    static func noSourceNamed(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoSourceNamed", at: location, "no source is named for this table",
            remedy: "give it an entry in \(FigureSource.fileName) beside it, with owner, table, origin and licence")
    }

    fileprivate static func checksumMismatch(_ table: FigureSource.Table) -> Diagnostic {
        Diagnostic(
            .error, "ChecksumMismatch", at: table.sha256.location,
            "'\(table.file)' is not the file this checksum is of",
            remedy: "import the table again; if the change is meant, write the SHA-256 of the file as it is now")
    }
}
