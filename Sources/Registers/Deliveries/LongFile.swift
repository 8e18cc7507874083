import Checksum
import Foundation
import LocatedInput
import Parallel
import Synchronization

/// A delimited file with a record for each cell, read in pieces so that memory does not grow with it.
///
/// Pieces are shared out among the cores. Each has its own sums, and since these are whole numbers the order they are
/// read in never shows. A record may not hold line breaks.
struct LongFile: ~Copyable {
    /// How the file is to be read.
    struct Reading: Sendable {
        /// The layout.
        let layout: DeliveryLayout
        /// Where codes of places belong.
        let plan: AreaPlan
        /// How cells are numbered.
        let axes: CountAxes
        /// How many destinations there are.
        let destinations: Int
        /// Codes there are corrections to.
        let watched: Set<PlaceCode>
        /// The years that the delivery has figures for.
        let years: ClosedRange<Int>
        /// The first year that is read; records of earlier years are passed over.
        let firstYear: Int
    }

    /// What came of reading.
    struct Outcome: Sendable {
        /// The counts.
        let sink: CountSink
        /// The SHA-256 of the file, if it was asked for and all of the file could be read.
        let digest: String?
    }

    /// The path as the user names it.
    let path: String
    private let descriptor: Int32
    private let size: Int
    private let columns: LongColumns
    private let start: Int
    private let linesBefore: Int
    private let layout: DeliveryLayout

    /// How many bytes are held at a time, by each core.
    private static let pieceSize = 1 << 21
    /// How long a line may be.
    private static let longestLine = 1 << 16
    /// How many bytes past the end of a piece may be looked at.
    private static let margin = 32

    /// Opens the file at `path` and reads its header. All faults are reported; `nil` if one was an error.
    init?(_ path: String, layout: DeliveryLayout, _ diagnostics: inout Diagnostics) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            diagnostics.emit(.unreadable(path))
            return nil
        }
        var status = stat()
        var top = Data(count: Self.longestLine)
        let count = top.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard fstat(descriptor, &status) == 0, count >= 0 else {
            diagnostics.emit(.unreadable(path))
            close(descriptor)
            return nil
        }
        top = top.prefix(count)
        let isMarked = top.starts(with: [0xEF, 0xBB, 0xBF])
        let firstLine = top.indices.dropFirst(isMarked ? 3 : 0).first { top[$0] != 0x0A && top[$0] != 0x0D }
        let lineEnd = firstLine.flatMap { top[$0...].firstIndex(of: 0x0A) } ?? top.endIndex
        let header = InputFile(path: path, data: top[..<lineEnd])
        var columns: LongColumns?
        let dialect = CSVDialect(
            separator: Character(Unicode.Scalar(layout.separator.byte)), encoding: layout.encoding)
        CSVTable(header, dialect: dialect).read(&diagnostics) { names, diagnostics in
            columns = LongColumns(names, layout, &diagnostics)
            return columns
        } each: { (_, _: LongColumns, _) in
        }
        guard let columns else {
            close(descriptor)
            return nil
        }
        if !columns.unread.isEmpty { diagnostics.emit(.unreadColumns(columns.unread, in: path)) }
        self.path = path
        self.descriptor = descriptor
        self.layout = layout
        self.columns = columns
        size = Int(status.st_size)
        start = min(lineEnd + 1, size)
        linesBefore = top[..<lineEnd].count { $0 == 0x0A } + 1
    }

    deinit { close(descriptor) }

    private var pieces: Int { (size - start + Self.pieceSize - 1) / Self.pieceSize }

    /// Reads all records on as many cores as there are, and works the checksum out meanwhile if it is asked for. Faults
    /// are reported but for cells with two records, which the sink notes.
    func read(_ reading: Reading, checksum: Bool, _ diagnostics: inout Diagnostics) -> Outcome? {
        let pieces = pieces
        let workers = max(1, min(pieces, ProcessInfo.processInfo.activeProcessorCount))
        let counter = PieceCounter()
        let path = path
        let source = Source(descriptor: descriptor, size: size, start: start, columns: columns)
        let tasks = concurrently(workers + (checksum ? 1 : 0)) { task -> Task in
            if checksum, task == 0 { return .digest(Checksum.sha256(ofFileAt: path)) }
            let sink = CountSink(axes: reading.axes, plan: reading.plan, destinations: reading.destinations, watched: reading.watched)
            return .work(source.work(reading, into: sink, locatesDoubles: false) { counter.next(below: pieces) })
        }
        return finish(tasks, &diagnostics)
    }

    /// Reads all records again, from the first to the last, into a sink that may hold those of other files, and reports
    /// every cell that has two.
    func locateDoubles(_ reading: Reading, into sink: CountSink, _ diagnostics: inout Diagnostics) {
        let pieces = pieces
        let counter = PieceCounter()
        let source = Source(descriptor: descriptor, size: size, start: start, columns: columns)
        let work = source.work(reading, into: sink, locatesDoubles: true) { counter.next(below: pieces) }
        _ = finish([.work(work)], &diagnostics)
    }

    private func finish(_ tasks: [Task], _ diagnostics: inout Diagnostics) -> Outcome? {
        var lines = [Int](repeating: 0, count: pieces + 1)
        var faults = RecordFaults()
        var sink: CountSink?
        var digest: String?
        for task in tasks {
            switch task {
            case .digest(let found): digest = found
            case .work(let work):
                guard work.isComplete else {
                    diagnostics.emit(.unreadable(path))
                    return nil
                }
                for (piece, count) in work.lines { lines[piece] = count }
                faults.merge(work.faults)
                if let sink { sink.merge(work.sink) } else { sink = work.sink }
            }
        }
        var firstLines = [linesBefore]
        for count in lines { firstLines.append(firstLines[firstLines.count - 1] + count) }
        faults.report(in: path, firstLines: firstLines, layout, &diagnostics)
        return sink.map { Outcome(sink: $0, digest: digest) }
    }
}

extension LongFile {
    private enum Task: Sendable {
        case digest(String?)
        case work(Work)
    }

    /// What one core has read.
    private struct Work: Sendable {
        let sink: CountSink
        let faults: RecordFaults
        /// How many lines begin in each piece.
        let lines: [(piece: Int, count: Int)]
        let isComplete: Bool
    }

    /// Gives every piece to one core.
    private final class PieceCounter: Sendable {
        private let given = Atomic(0)

        func next(below count: Int) -> Int? {
            let piece = given.wrappingAdd(1, ordering: .relaxed).oldValue
            return piece < count ? piece : nil
        }
    }

    /// The bytes of the file, which any core may read.
    private struct Source: Sendable {
        let descriptor: Int32
        let size: Int
        let start: Int
        let columns: LongColumns

        func work(
            _ reading: Reading, into sink: CountSink, locatesDoubles: Bool, next: () -> Int?
        ) -> Work {
            let scanner = LongRecordScanner(
                reading.layout, columns: columns, plan: reading.plan, years: reading.years,
                firstYear: reading.firstYear, sink: sink, locatesDoubles: locatesDoubles)
            let room = pieceSize + longestLine + 1
            let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: room + margin)
            defer { buffer.deallocate() }
            var lines: [(piece: Int, count: Int)] = []
            while let piece = next() {
                guard let count = scan(piece, with: scanner, buffer, room) else {
                    return Work(sink: sink, faults: scanner.faults, lines: lines, isComplete: false)
                }
                lines.append((piece, count))
            }
            return Work(sink: sink, faults: scanner.faults, lines: lines, isComplete: true)
        }

        /// Reads the records that begin in a piece; how many lines begin there, or `nil` if it cannot be read.
        private func scan(
            _ piece: Int, with scanner: LongRecordScanner, _ buffer: UnsafeMutablePointer<UInt8>, _ room: Int
        ) -> Int? {
            let from = start + piece * pieceSize
            let offset = from - 1
            let wanted = min(room, size - offset)
            var count = 0
            while count < wanted {
                let got = pread(descriptor, buffer + count, wanted - count, off_t(offset + count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return nil }
                count += got
            }
            for place in count..<count + margin { buffer[place] = 0x0A }
            let end = min(1 + pieceSize, count)
            var begin = 0
            while begin < end, buffer[begin] != 0x0A { begin += 1 }
            begin += 1
            if begin >= end { return 0 }
            var limit = end
            if end < count || offset + count < size {
                var lineEnd = end - 1
                while lineEnd < count, buffer[lineEnd] != 0x0A { lineEnd += 1 }
                if lineEnd == count, offset + count < size {
                    while limit > begin, buffer[limit - 1] != 0x0A { limit -= 1 }
                }
            }
            let lines = scanner.scan(buffer, begin..<limit, end: limit == end ? count + 1 : limit, piece: piece)
            if limit == end { return lines }
            scanner.noteLongRecord(piece: piece, line: lines + 1)
            return lines + 1
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "UnreadableFile", at: SourceLocation(file: path), "the file cannot be read",
            remedy: "check its permissions, and that nobody is changing it")
    }

    fileprivate static func unreadColumns(_ names: [String], in path: String) -> Diagnostic {
        Diagnostic(
            .note, "UnreadColumns", at: SourceLocation(file: path, line: 1),
            "columns the layout does not name are not read: \(names.joined(separator: ", "))")
    }
}
