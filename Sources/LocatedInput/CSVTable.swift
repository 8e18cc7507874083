import Foundation

/// A delimited text file, read record by record without holding the whole of it as text.
///
/// Quoted fields may hold separators, doubled quotes and line breaks (RFC 4180). Line ends may be LF or CRLF. A byte
/// order mark is skipped. A record with more or fewer fields than the header is reported and skipped, unless the
/// dialect allows short records; so is an unclosed quote. Blank lines are skipped.
public struct CSVTable {
    /// One record, valid only inside the closure it is handed to.
    public struct Record {
        fileprivate let source: UnsafeBufferPointer<UInt8>
        fileprivate let fields: [Field]
        fileprivate let lineStart: Int
        fileprivate let file: String
        /// How the file's bytes stand for characters.
        public let encoding: TextEncoding
        /// The line the record begins on, from 1.
        public let line: Int

        /// How many fields the record holds.
        public var count: Int { fields.count }

        /// The bytes of a field as written, without its quotes; empty if a short record leaves it out.
        public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
            guard index < fields.count else { return UnsafeBufferPointer(rebasing: source[0..<0]) }
            return UnsafeBufferPointer(rebasing: source[fields[index].range])
        }

        /// The text of a field, without spaces around it (no-break spaces too); `nil` if it is not valid in the
        /// file's encoding.
        public func text(_ index: Int) -> String? {
            guard let decoded = encoding.decode(bytes(index)) else { return nil }
            let unquoted =
                index < fields.count && fields[index].hasDoubledQuotes
                ? decoded.replacing("\"\"", with: "\"") : decoded
            return unquoted.trimmingWhitespace()
        }

        /// Where a field was written.
        public func location(_ index: Int) -> SourceLocation {
            guard index < fields.count else { return SourceLocation(file: file, line: line) }
            let field = fields[index]
            let before = source[min(field.lineStart, field.range.lowerBound)..<field.range.lowerBound]
            let characters = encoding == .utf8 ? before.count { $0 & 0xC0 != 0x80 } : before.count
            return SourceLocation(file: file, line: field.line, column: characters + 1)
        }
    }

    fileprivate struct Field {
        var range: Range<Int>
        var hasDoubledQuotes: Bool
        var line: Int
        var lineStart: Int
    }

    private let file: InputFile
    private let dialect: CSVDialect

    /// The table in `file`, written in `dialect`.
    public init(_ file: InputFile, dialect: CSVDialect = .own) {
        self.file = file
        self.dialect = dialect
    }

    /// Reads the header and hands every record after it to `body`, in order.
    ///
    /// `body` gets the header's names once, through `open`, which may refuse the table by returning `nil`; what it
    /// returns is handed on with each record, so that columns are looked up once.
    public func read<Columns>(
        _ diagnostics: inout Diagnostics,
        open: (_ header: [Located<String>], _ diagnostics: inout Diagnostics) -> Columns?,
        each body: (_ record: Record, _ columns: Columns, _ diagnostics: inout Diagnostics) -> Void
    ) {
        file.data.withUnsafeBytes { raw in
            let source = raw.bindMemory(to: UInt8.self)
            var cursor = Cursor(source: source, separator: dialect.separator)
            for _ in 0..<dialect.titleLines { cursor.skipLine() }
            var header: [Located<String>]?
            var columns: Columns?
            while let parsed = cursor.next() {
                let record = Record(
                    source: source, fields: parsed.fields, lineStart: parsed.lineStart, file: file.path,
                    encoding: dialect.encoding, line: parsed.line)
                if let fault = parsed.fault {
                    diagnostics.emit(.brokenQuote(fault, at: record.location(parsed.faultyField)))
                    continue
                }
                guard let names = header else {
                    guard let names = headerNames(record, &diagnostics) else { return }
                    header = names
                    columns = open(names, &diagnostics)
                    if columns == nil { return }
                    continue
                }
                let isShortButAllowed = record.count < names.count && dialect.allowsShortRecords
                guard record.count == names.count || isShortButAllowed else {
                    diagnostics.emit(
                        .raggedRecord(
                            at: SourceLocation(file: file.path, line: record.line), has: record.count,
                            header: names.count))
                    continue
                }
                if let columns { body(record, columns, &diagnostics) }
            }
            if header == nil { diagnostics.emit(.emptyTable(file.path)) }
        }
    }

    private func headerNames(_ record: Record, _ diagnostics: inout Diagnostics) -> [Located<String>]? {
        var names: [Located<String>] = []
        var seen: Set<String> = []
        var isSound = true
        for index in 0..<record.count {
            let location = record.location(index)
            guard let name = record.text(index) else {
                diagnostics.emit(.wrongEncoding(dialect.encoding, at: location))
                isSound = false
                continue
            }
            if !name.isEmpty, !seen.insert(name).inserted {
                diagnostics.emit(.doubledColumn(name, at: location))
                isSound = false
            }
            names.append(Located(name, at: location))
        }
        return isSound ? names : nil
    }
}

/// Walks the bytes of a delimited file, one record at a time.
private struct Cursor {
    enum Fault { case unclosed, textAfterQuote }
    struct Parsed {
        var fields: [CSVTable.Field]
        var line: Int
        var lineStart: Int
        var fault: Fault?
        var faultyField = 0

        mutating func note(_ fault: Fault) {
            if self.fault == nil { (self.fault, faultyField) = (fault, fields.count) }
        }
    }

    let source: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    var position: Int
    var line = 1
    var lineStart: Int

    init(source: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        self.source = source
        self.separator = separator
        let hasMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
        position = hasMark ? 3 : 0
        lineStart = position
    }

    mutating func skipLine() {
        while position < source.count, source[position] != 0x0A { position += 1 }
        endLine()
    }

    private mutating func endLine() {
        if position < source.count { position += 1 }
        line += 1
        lineStart = position
    }

    private mutating func skipBlankLines() {
        while position < source.count {
            if source[position] == 0x0A {
                endLine()
            } else if source[position] == 0x0D, position + 1 < source.count, source[position + 1] == 0x0A {
                position += 1
                endLine()
            } else {
                return
            }
        }
    }

    mutating func next() -> Parsed? {
        skipBlankLines()
        guard position < source.count else { return nil }
        var parsed = Parsed(fields: [], line: line, lineStart: lineStart)
        parsed.fields.reserveCapacity(16)
        while true {
            let field = source[position...].first == 0x22 ? quoted(&parsed) : plain()
            parsed.fields.append(field)
            guard position < source.count, source[position] == separator else { break }
            position += 1
            if position == source.count {
                parsed.fields.append(
                    CSVTable.Field(
                        range: position..<position, hasDoubledQuotes: false, line: line, lineStart: lineStart))
                break
            }
        }
        endLine()
        return parsed
    }

    private mutating func plain() -> CSVTable.Field {
        let start = position
        while position < source.count, source[position] != separator, source[position] != 0x0A { position += 1 }
        var end = position
        if end > start, source[end - 1] == 0x0D { end -= 1 }
        return CSVTable.Field(range: start..<end, hasDoubledQuotes: false, line: line, lineStart: lineStart)
    }

    private mutating func quoted(_ parsed: inout Parsed) -> CSVTable.Field {
        var field = CSVTable.Field(
            range: position + 1..<position + 1, hasDoubledQuotes: false, line: line, lineStart: lineStart)
        position += 1
        while position < source.count {
            let byte = source[position]
            if byte == 0x22 {
                if position + 1 < source.count, source[position + 1] == 0x22 {
                    field.hasDoubledQuotes = true
                    position += 2
                    continue
                }
                field.range = field.range.lowerBound..<position
                position += 1
                if position < source.count, source[position] == 0x0D { position += 1 }
                if position < source.count, source[position] != separator, source[position] != 0x0A {
                    parsed.note(.textAfterQuote)
                    _ = plain()
                }
                return field
            }
            if byte == 0x0A {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
        field.range = field.range.lowerBound..<position
        parsed.note(.unclosed)
        return field
    }
}

extension Diagnostic {
    fileprivate static func brokenQuote(_ fault: Cursor.Fault, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BrokenQuote", at: location,
            fault == .unclosed ? "a quoted field is never closed" : "text follows the closing quote of a field",
            remedy: "write a quote inside a quoted field twice")
    }

    fileprivate static func raggedRecord(at location: SourceLocation, has fields: Int, header: Int) -> Diagnostic {
        Diagnostic(
            .error, "RaggedRecord", at: location, "the record has \(fields) fields and the header \(header)",
            remedy: "add or remove separators, or quote a field that holds one")
    }

    fileprivate static func emptyTable(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "EmptyTable", at: SourceLocation(file: path), "the table has no header",
            remedy: "write the names of the columns on the first line")
    }

    fileprivate static func doubledColumn(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledColumn", at: location, "two columns are named '\(name)'", remedy: "rename or remove one")
    }
}

extension Diagnostic {
    /// The bytes at `location` are not text in `encoding`.
    public static func wrongEncoding(_ encoding: TextEncoding, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongEncoding", at: location, "the text is not valid \(encoding.rawValue)",
            remedy: "save the file as \(encoding.rawValue), or name its real encoding")
    }
}

extension String {
    /// Without white space at either end; no-break spaces count as white space, as in SSB's exports.
    public func trimmingWhitespace() -> String {
        let isPlain: (UInt8?) -> Bool = { $0.map { (0x21...0x7E).contains($0) } ?? true }
        if isPlain(utf8.first), isPlain(utf8.last) { return self }
        let isSpace: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
