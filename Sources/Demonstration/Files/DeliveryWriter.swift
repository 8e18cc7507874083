import Checksum
import Foundation
import Geography
import LocatedInput
import Parallel
import Registers

/// Writes the folder of one delivery: its files, and the description with their checksums.
struct DeliveryWriter: Sendable {
    /// The register.
    let register: RegisterID
    /// How it writes.
    let layout: DeliveryLayout
    /// How many of the last years may still change.
    let provisional: Int
    /// The years in which a new definition begins.
    let breaks: [Int]
    /// What every record counts for.
    let weight: Double?
    /// The day it says it was received.
    let received: CalendarDate
    /// The day of its codes.
    let geographyDate: CalendarDate

    /// How many pieces are held in memory at a time.
    private static let piecesAtATime = 16

    /// One of the files to be written.
    private struct Span: Sendable {
        let name: String
        let years: ClosedRange<Int>
        let isProvisional: Bool
    }

    /// Draws everything in `source` and writes it to `folder`, which is new.
    func write(_ source: DeliverySource, to folder: InputFolder) throws(DemonstrationFault) -> WrittenDelivery {
        guard (try? FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)) != nil
        else { throw .cannotCreate(folder.path) }
        let spans = spans(source.axes.years)
        if layout.format == .longCSV {
            try writeRecords(source, spans, to: folder)
        } else {
            try writeCubes(source, spans, to: folder)
        }
        var files: [WrittenDelivery.File] = []
        for span in spans { files.append(try described(span, in: folder)) }
        let delivery = WrittenDelivery(register: register, files: files)
        try save(Data(description(of: delivery, source.axes.years).utf8), to: folder.file(Delivery.fileName))
        return delivery
    }

    /// Final years first, then those that may change.
    private func spans(_ years: ClosedRange<Int>) -> [Span] {
        let ending = layout.format.fileEnding
        let firstProvisional = max(years.lowerBound, years.upperBound - provisional + 1)
        func span(_ years: ClosedRange<Int>, isProvisional: Bool) -> Span {
            let end = isProvisional ? "-forelopig" : ""
            let name = "\(register)-\(years.lowerBound)-\(years.upperBound)\(end).\(ending)"
            return Span(name: name, years: years, isProvisional: isProvisional)
        }
        if provisional == 0 { return [span(years, isProvisional: false)] }
        let last = span(firstProvisional...years.upperBound, isProvisional: true)
        if firstProvisional == years.lowerBound { return [last] }
        return [span(years.lowerBound...firstProvisional - 1, isProvisional: false), last]
    }

    // MARK: - Records, piece by piece

    private func writeRecords(_ source: DeliverySource, _ spans: [Span], to folder: InputFolder)
        throws(DemonstrationFault)
    {
        let axes = source.axes
        guard let text = LongText(layout, axes, weight: weight) else { throw .inputOutput(folder.file(spans[0].name)) }
        var files: [OutputFile] = []
        for span in spans {
            let file = try OutputFile(folder.file(span.name))
            try file.write(text.start)
            files.append(file)
        }
        @Sendable func bytes(_ blocks: [CellBlock]) -> [[UInt8]] {
            spans.map { span in
                var bytes: [UInt8] = []
                for block in blocks { text.append(block, span.years, to: &bytes) }
                return bytes
            }
        }
        var tally = PieceTally(axes)
        for first in stride(from: 0, to: source.pieces, by: Self.piecesAtATime) {
            let drawn = concurrently(min(Self.piecesAtATime, source.pieces - first)) { index in
                let piece = source.draw(first + index)
                return (bytes: bytes(piece.blocks), tally: PieceTally(piece, axes))
            }
            for piece in drawn {
                for (file, bytes) in zip(files, piece.bytes) { try file.write(bytes) }
                tally.add(piece.tally)
            }
        }
        for (file, bytes) in zip(files, bytes(source.close(tally))) {
            try file.write(bytes)
            try file.close()
        }
    }

    // MARK: - Tables

    private func writeCubes(_ source: DeliverySource, _ spans: [Span], to folder: InputFolder)
        throws(DemonstrationFault)
    {
        let pieces = concurrently(source.pieces) { source.draw($0) }
        var tally = PieceTally(source.axes)
        for piece in pieces { tally.add(PieceTally(piece, source.axes)) }
        let blocks = pieces.flatMap(\.blocks) + source.close(tally)
        for span in spans {
            let path = folder.file(span.name)
            guard
                let cube = CubeTable(layout, source.axes, blocks: blocks, names: source.names, years: span.years),
                let bytes = CubeText(cube, of: register, received: received)
                    .bytes(layout.format, layout.encoding, separator: layout.separator.byte)
            else { throw .inputOutput(path) }
            try save(Data(bytes), to: path)
        }
    }

    // MARK: - The description

    private func described(_ span: Span, in folder: InputFolder) throws(DemonstrationFault) -> WrittenDelivery.File {
        let path = folder.file(span.name)
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
        guard let size, let sha256 = Checksum.sha256(ofFileAt: path) else { throw .inputOutput(path) }
        return WrittenDelivery.File(
            name: span.name, years: span.years, isProvisional: span.isProvisional, bytes: size.intValue, sha256: sha256)
    }

    private func description(of delivery: WrittenDelivery, _ years: ClosedRange<Int>) -> String {
        var text = "register: \(register)\nreceived: \(received)\ngeography_date: \(geographyDate)\n"
        text += "years: [\(years.lowerBound), \(years.upperBound)]\nsynthetic: true\n"
        if !breaks.isEmpty { text += "breaks: [\(breaks.map(String.init).joined(separator: ", "))]\n" }
        text += "files:\n"
        for file in delivery.files {
            let status: Delivery.Status = file.isProvisional ? .provisional : .final
            text += "  - { file: \(file.name), sha256: \(file.sha256), status: \(status.rawValue) }\n"
        }
        return text
    }

    private func save(_ data: Data, to path: String) throws(DemonstrationFault) {
        guard (try? data.write(to: URL(fileURLWithPath: path))) != nil else { throw .inputOutput(path) }
    }
}

/// A file that is being written.
private struct OutputFile {
    private let handle: FileHandle
    private let path: String

    init(_ path: String) throws(DemonstrationFault) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .cannotCreate(path) }
        self.handle = handle
        self.path = path
    }

    func write(_ bytes: [UInt8]) throws(DemonstrationFault) {
        guard (try? handle.write(contentsOf: bytes)) != nil else { throw .inputOutput(path) }
    }

    func close() throws(DemonstrationFault) {
        guard (try? handle.close()) != nil else { throw .inputOutput(path) }
    }
}

extension DeliveryLayout.Format {
    /// How the names of its files end.
    fileprivate var fileEnding: String {
        switch self {
        case .longCSV, .statBankCSV: "csv"
        case .px: "px"
        case .jsonStat: "json"
        }
    }
}
