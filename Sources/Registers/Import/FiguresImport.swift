import Checksum
import Foundation
import LocatedInput

/// Reads figures in their owner's layouts and makes a table of our own of them, under `indicators/open-figures/`.
///
/// The same files give the same bytes. The table must have an entry in `source.yaml` beforehand: no figures without a
/// source; its checksum is written there.
public struct FiguresImport: Sendable {
    /// What is to be imported.
    public struct Request: Sendable {
        /// The owner's files, as the user names them.
        public var files: [String]
        /// The register they are from.
        public var register: RegisterID
        /// The folder of register definitions, `indicators/registers`.
        public var registers: InputFolder
        /// The folder of our own tables, `indicators/open-figures`.
        public var out: InputFolder
        /// The name of the table to make, or `nil` for the only one of its kind.
        public var table: String?

        /// A request.
        public init(
            files: [String], register: RegisterID, registers: InputFolder, out: InputFolder, table: String? = nil
        ) {
            self.files = files
            self.register = register
            self.registers = registers
            self.out = out
            self.table = table
        }
    }

    /// The table that was made.
    public let path: String
    /// The file with its source and checksum.
    public let sourcePath: String
    /// How many records it holds.
    public let records: Int
    /// True if the table or its checksum is not as it was.
    public let isChanged: Bool
    private let text: String
    private let source: Data

    /// Reads everything and makes the table, without writing. All faults are reported; `nil` if one was an error.
    public init?(_ request: Request, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let home = request.out.folder(request.register.id)
        guard let register = RegisterDefinition.load(request.register, from: request.registers, &found),
            let sourceFile = InputFile(reading: home.file(FigureSource.fileName), &found),
            let source = FigureSource(sourceFile, &found),
            let reading = FiguresReading(request, register, &found)
        else { return nil }
        let candidates = source.tables.filter { $0.kind == reading.kind }
        let named = request.table.map { name in candidates.filter { $0.file == name } } ?? candidates
        guard let table = named.first, named.count == 1 else {
            found.emit(.noSuchTable(request.table, among: candidates.map(\.file), at: sourceFile.path))
            return nil
        }
        let text = reading.text
        guard !found.hasErrors else { return nil }
        let data = Data(text.utf8)
        let sha256 = Checksum.sha256(data)
        let sourceData = Self.replacing(table.sha256, with: sha256, in: sourceFile.data)
        path = home.file(table.file)
        sourcePath = sourceFile.path
        records = text.utf8.count { $0 == UInt8(ascii: "\n") } - 1
        isChanged = FileManager.default.contents(atPath: path) != data || sourceData != sourceFile.data
        self.text = text
        self.source = sourceData
    }

    /// Writes the table and its checksum.
    public func write() throws(InputFailure) {
        for (path, data) in [(path, Data(text.utf8)), (sourcePath, source)] {
            do {
                try data.write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw InputFailure(.cannotWrite(path))
            }
        }
    }

    /// The bytes of `data` with the scalar at `old` replaced.
    private static func replacing(_ old: Located<String>, with new: String, in data: Data) -> Data {
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(old.location.line - 1) else { return data }
        let line = String(decoding: lines[old.location.line - 1], as: UTF8.self)
        let start = line.index(line.startIndex, offsetBy: old.location.column - 1, limitedBy: line.endIndex)
        lines[old.location.line - 1] = Data((line[..<(start ?? line.endIndex)] + new).utf8)
        return Data(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}

extension Diagnostic {
    fileprivate static func noSuchTable(_ name: String?, among known: [String], at path: String) -> Diagnostic {
        let what =
            name.map { "no table '\($0)' of this kind has a source" } ?? "several tables are of this kind, or none"
        return Diagnostic(
            .error, "NoSourceNamed", at: SourceLocation(file: path), what,
            remedy: known.isEmpty
                ? "give the table an entry, with owner, table, origin and licence"
                : "name one of: \(known.sorted().joined(separator: ", "))")
    }
}
