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

    private let source: UnsafeBufferPointer<UInt8>
    private let path: String
    private let encoding: TextEncoding
    private var position = 0
    private var line = 1
    private var column = 1

    /// Stands at the beginning of `source`, the bytes of the file at `path`.
    init(_ source: UnsafeBufferPointer<UInt8>, path: String, encoding: TextEncoding) {
        self.source = source
        self.path = path
        self.encoding = encoding
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

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
        let values = name.value == "DATA" ? try data() : try values()
        return PXKeyword(name: name, language: language, about: about, values: values)
    }

    private var byte: UInt8? { position < source.count ? source[position] : nil }
    private var here: SourceLocation { SourceLocation(file: path, line: line, column: column) }

    private func fault(_ problem: String) -> Fault { Fault(problem: problem, location: here) }

    private mutating func step() {
        let byte = source[position]
        position += 1
        if byte == 0x0A {
            line += 1
            column = 1
        } else if encoding != .utf8 || byte & 0xC0 != 0x80 {
            column += 1
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
        let (start, place) = (position, here)
        while let byte, byte > 0x20, !Self.ending.contains(byte) { step() }
        return Located(String(decoding: source[start..<position], as: UTF8.self), at: place)
    }

    private static let ending = Set("\"[]()=,;".utf8)

    /// One text in quotes, on one line.
    private mutating func text() throws(Fault) -> Located<String> {
        let place = here
        guard take("\"") else { throw fault(byte == nil ? "the file ends inside a statement" : "a quote is missing") }
        let start = position
        while let byte, byte != UInt8(ascii: "\"") {
            if byte == 0x0A { throw Fault(problem: "a text in quotes is never closed", location: place) }
            step()
        }
        guard byte != nil else { throw Fault(problem: "a text in quotes is never closed", location: place) }
        guard let text = encoding.decode(source[start..<position]) else {
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

    /// The cells, with white space between them.
    private mutating func data() throws(Fault) -> [PXKeyword.Value] {
        var values: [PXKeyword.Value] = []
        while true {
            skipSpace()
            if take(";") { return values }
            if byte == UInt8(ascii: "\"") {
                values.append(.text(try text()))
            } else {
                let word = word()
                guard !word.value.isEmpty else {
                    throw fault(
                        byte == nil ? "the file ends before the cells do: no ';'" : "a number or a mark belongs here")
                }
                values.append(.word(word))
            }
        }
    }
}
