import LocatedInput

/// Walks the bytes of a PX file, one statement at a time.
///
/// Statistics Sweden, PX-file format AXIS-VERSION 2013 and earlier.
struct PXReader {
    /// Why a file is not PX, and where.
    struct Fault: Error {
        /// What is wrong.
        let problem: String
        /// The place.
        let location: SourceLocation
    }

    /// A place in the file.
    struct Position {
        fileprivate var offset = 0
        fileprivate var line = 1
        fileprivate var column = 1
    }

    /// One of the cells of `DATA`.
    enum Cell {
        /// A number.
        case number(Double)
        /// Anything else, in quotes or not.
        case text(String)
    }

    private let source: UnsafeBufferPointer<UInt8>
    private let path: String
    private let encoding: TextEncoding
    private var position = Position()

    /// Stands at the beginning of `source`, the bytes of the file at `path`.
    init(_ source: UnsafeBufferPointer<UInt8>, path: String, encoding: TextEncoding) {
        self.source = source
        self.path = path
        self.encoding = encoding
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { position.offset = 3 }
    }

    /// Goes to `position`, which this file was at before.
    mutating func go(to position: Position) { self.position = position }

    /// The next statement; `nil` at the end of the file.
    mutating func next() throws(Fault) -> PXKeyword? {
        skipSpace()
        guard byte != nil else { return nil }
        let name = word()
        guard !name.value.isEmpty else { throw fault("a keyword belongs here") }
        skipSpace()
        var language: String?
        if byte == UInt8(ascii: "[") {
            step()
            language = word().value
            try expect("]")
            skipSpace()
        }
        var about: [String] = []
        if byte == UInt8(ascii: "(") {
            step()
            repeat {
                skipSpace()
                about.append(try text().value)
                skipSpace()
            } while take(",")
            try expect(")")
            skipSpace()
        }
        try expect("=")
        if name.value == "DATA" {
            let start = position
            var count = 0
            while try skipCell() { count += 1 }
            return PXKeyword(name: name, language: language, about: about, values: [], cells: (start, count))
        }
        return PXKeyword(name: name, language: language, about: about, values: try values(), cells: nil)
    }

    private var byte: UInt8? { position.offset < source.count ? source[position.offset] : nil }
    private var here: SourceLocation { SourceLocation(file: path, line: position.line, column: position.column) }

    private func fault(_ problem: String) -> Fault { Fault(problem: problem, location: here) }

    private mutating func step() {
        let byte = source[position.offset]
        position.offset += 1
        if byte == 0x0A {
            position.line += 1
            position.column = 1
        } else if encoding != .utf8 || byte & 0xC0 != 0x80 {
            position.column += 1
        }
    }

    private mutating func skipSpace() {
        while let byte, byte == 0x20 || (0x09...0x0D).contains(byte) { step() }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: sign) else { return false }
        step()
        return true
    }

    private mutating func expect(_ sign: Unicode.Scalar) throws(Fault) {
        if !take(sign) { throw fault(byte == nil ? "the file ends inside a statement" : "'\(sign)' is missing") }
    }

    /// Letters, digits and other signs up to white space, a quote, a bracket or a sign that separates.
    private mutating func word() -> Located<String> {
        let (start, place) = (position.offset, here)
        skipWord()
        return Located(String(decoding: source[start..<position.offset], as: UTF8.self), at: place)
    }

    private mutating func skipWord() {
        while let byte, byte > 0x20, !Self.endsWord(byte) { step() }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x28, 0x29, 0x2C, 0x3B, 0x3D, 0x5B, 0x5D: true
        default: false
        }
    }

    /// One text in quotes, on one line.
    private mutating func text() throws(Fault) -> Located<String> {
        let place = here
        guard take("\"") else { throw fault(byte == nil ? "the file ends inside a statement" : "a quote is missing") }
        let start = position.offset
        while let byte, byte != UInt8(ascii: "\"") {
            if byte == 0x0A { throw Fault(problem: "a text in quotes is never closed", location: place) }
            step()
        }
        guard byte != nil else { throw Fault(problem: "a text in quotes is never closed", location: place) }
        guard let text = encoding.decode(source[start..<position.offset]) else {
            throw Fault(problem: "a text in quotes is not valid \(encoding.rawValue)", location: place)
        }
        step()
        return Located(text, at: place)
    }

    /// The values of a statement, with commas between them.
    private mutating func values() throws(Fault) -> [PXKeyword.Value] {
        var values: [PXKeyword.Value] = []
        repeat {
            skipSpace()
            if byte == UInt8(ascii: "\"") {
                var whole = try text()
                skipSpace()
                while byte == UInt8(ascii: "\"") {
                    let more = try text()
                    whole = whole.map { $0 + more.value }
                    skipSpace()
                }
                values.append(.text(whole))
            } else {
                let word = word()
                if word.value == "TLIST" {
                    values.append(try times())
                } else if !word.value.isEmpty {
                    values.append(.word(word))
                } else if byte != UInt8(ascii: ";") {
                    throw fault(byte == nil ? "the file ends inside a statement" : "a value belongs here")
                }
                skipSpace()
            }
        } while take(",")
        try expect(";")
        return values
    }

    /// What follows `TLIST`: a scale, and the first and last time where they are not listed.
    private mutating func times() throws(Fault) -> PXKeyword.Value {
        skipSpace()
        try expect("(")
        skipSpace()
        let scale = word()
        skipSpace()
        var range: (first: Located<String>, last: Located<String>)?
        if take(",") {
            skipSpace()
            let first = try text()
            skipSpace()
            if take("-") {
                skipSpace()
                range = (first, try text())
            } else {
                range = (first, first)
            }
            skipSpace()
        }
        try expect(")")
        return .times(scale: scale, range: range)
    }

    /// The next cell of `DATA` and where it stands; `nil` at the end, and for anything that is no cell.
    mutating func nextCell() -> (cell: Cell, location: SourceLocation)? {
        skipSpace()
        let (start, place) = (position.offset, here)
        if byte == UInt8(ascii: "\"") { return (try? text()).map { (.text($0.value), place) } }
        var number = 0
        while let byte, (0x30...0x39).contains(byte), position.offset - start < 15 {
            number = number * 10 + Int(byte &- 0x30)
            step()
        }
        let hasDigits = position.offset > start
        let isWhole = hasDigits && (byte.map { $0 <= 0x20 || Self.endsWord($0) } ?? true)
        if isWhole { return (.number(Double(number)), place) }
        skipWord()
        guard position.offset > start else { return nil }
        let word = String(decoding: source[start..<position.offset], as: UTF8.self)
        return (NumberText.decimal(word, mark: .point).map { .number($0.double) } ?? .text(word), place)
    }

    /// Passes one cell of `DATA`; false at the end.
    private mutating func skipCell() throws(Fault) -> Bool {
        skipSpace()
        if take(";") { return false }
        if byte == UInt8(ascii: "\"") {
            _ = try text()
            return true
        }
        let start = position.offset
        skipWord()
        if position.offset > start { return true }
        throw fault(byte == nil ? "the file ends before the cells do: no ';'" : "a number or a mark belongs here")
    }
}
