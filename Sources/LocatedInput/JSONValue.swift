/// A value in a JSON file (RFC 8259), with the place of every key and value.
///
/// A byte order mark is skipped. A key that stands twice in an object is an error, and so is nesting deeper than
/// ``deepest``.
public struct JSONValue: Sendable {
    /// What a value is.
    public enum Content: Sendable {
        case null
        case truth(Bool)
        case number(Double)
        case string(String)
        case array([JSONValue])
        case object([(key: Located<String>, value: JSONValue)])
    }

    /// How deep arrays and objects may lie in each other.
    public static let deepest = 64

    /// The value itself.
    public let content: Content
    /// Where it was written.
    public let location: SourceLocation

    /// The one value in `file`; a diagnostic and `nil` if it is not JSON.
    public init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        let read = file.data.withUnsafeBytes { raw -> Result<JSONValue, JSONFault> in
            var reader = JSONReader(raw.bindMemory(to: UInt8.self), path: file.path)
            return Result { () throws(JSONFault) in try reader.document() }
        }
        switch read {
        case .success(let value): self = value
        case .failure(let fault):
            diagnostics.emit(.notJSON(fault))
            return nil
        }
    }

    fileprivate init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// The value of `key` in an object; `nil` where it was left out, and for anything but an object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key.value == key }?.value
    }

    /// The value of `key`; a diagnostic and `nil` where it was left out, or where this is no object.
    public func required(_ key: String, _ diagnostics: inout Diagnostics) -> JSONValue? {
        guard object(&diagnostics) != nil else { return nil }
        if let value = self[key] { return value }
        diagnostics.emit(.missingMember(key, at: location))
        return nil
    }

    /// The text of a string; a diagnostic and `nil` for anything else.
    public func string(_ diagnostics: inout Diagnostics) -> Located<String>? {
        if case .string(let text) = content { return Located(text, at: location) }
        diagnostics.emit(.wrongShape("a text in quotes", at: location))
        return nil
    }

    /// A whole number of zero or more; a diagnostic and `nil` for anything else.
    public func wholeNumber(_ diagnostics: inout Diagnostics) -> Located<Int>? {
        if case .number(let number) = content, number >= 0, let whole = Int(exactly: number) {
            return Located(whole, at: location)
        }
        diagnostics.emit(.wrongShape("a whole number", at: location))
        return nil
    }

    /// Any number; a diagnostic and `nil` for anything else.
    public func number(_ diagnostics: inout Diagnostics) -> Located<Double>? {
        if case .number(let number) = content { return Located(number, at: location) }
        diagnostics.emit(.wrongShape("a number", at: location))
        return nil
    }

    /// The members of an array; a diagnostic and `nil` for anything else.
    public func array(_ diagnostics: inout Diagnostics) -> [JSONValue]? {
        if case .array(let values) = content { return values }
        diagnostics.emit(.wrongShape("an array", at: location))
        return nil
    }

    /// The members of an object, as they were written; a diagnostic and `nil` for anything else.
    public func object(_ diagnostics: inout Diagnostics) -> [(key: Located<String>, value: JSONValue)]? {
        if case .object(let members) = content { return members }
        diagnostics.emit(.wrongShape("an object", at: location))
        return nil
    }
}

/// Why a text is not JSON, and where.
private struct JSONFault: Error {
    let problem: String
    let location: SourceLocation
}

/// Walks the bytes of a JSON text.
private struct JSONReader {
    private let source: UnsafeBufferPointer<UInt8>
    private let path: String
    private var position = 0
    private var line = 1
    private var column = 1

    init(_ source: UnsafeBufferPointer<UInt8>, path: String) {
        self.source = source
        self.path = path
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        if position < source.count { throw fault("something follows the end of the value") }
        return value
    }

    private var here: SourceLocation { SourceLocation(file: path, line: line, column: column) }
    private var next: UInt8? { position < source.count ? source[position] : nil }

    private func fault(_ problem: String) -> JSONFault { JSONFault(problem: problem, location: here) }

    private mutating func step() {
        let byte = source[position]
        position += 1
        if byte == 0x0A {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { step() }
    }

    private mutating func expect(_ sign: Unicode.Scalar) throws(JSONFault) {
        guard next == UInt8(ascii: sign) else {
            throw fault(next == nil ? "the text ends before it is complete" : "'\(sign)' is missing")
        }
        step()
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        let start = here
        guard depth < JSONValue.deepest else { throw fault("values lie too deep in each other") }
        let content: JSONValue.Content
        switch next {
        case UInt8(ascii: "{"): content = .object(try object(depth: depth))
        case UInt8(ascii: "["): content = .array(try array(depth: depth))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .truth(true))
        case UInt8(ascii: "f"): content = try word("false", .truth(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        case nil: throw fault("the text ends before it is complete")
        default: content = .number(try number())
        }
        return JSONValue(content, at: start)
    }

    private mutating func word(_ word: StaticString, _ content: JSONValue.Content) throws(JSONFault)
        -> JSONValue.Content
    {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard source[position...].starts(with: letters) else { throw fault("no value begins like this") }
        for _ in letters { step() }
        return content
    }

    private mutating func array(depth: Int) throws(JSONFault) -> [JSONValue] {
        step()
        skipSpace()
        var values: [JSONValue] = []
        if next == UInt8(ascii: "]") {
            step()
            return values
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if next == UInt8(ascii: "]") { break }
            try expect(",")
            skipSpace()
        }
        step()
        return values
    }

    private mutating func object(depth: Int) throws(JSONFault) -> [(key: Located<String>, value: JSONValue)] {
        step()
        skipSpace()
        var members: [(key: Located<String>, value: JSONValue)] = []
        var keys: Set<String> = []
        if next == UInt8(ascii: "}") {
            step()
            return members
        }
        while true {
            let start = here
            guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes belongs here") }
            let key = try string()
            guard keys.insert(key).inserted else {
                throw JSONFault(problem: "the key '\(key)' stands twice in one object", location: start)
            }
            skipSpace()
            try expect(":")
            skipSpace()
            members.append((Located(key, at: start), try value(depth: depth + 1)))
            skipSpace()
            if next == UInt8(ascii: "}") { break }
            try expect(",")
            skipSpace()
        }
        step()
        return members
    }

    private mutating func string() throws(JSONFault) -> String {
        let start = fault("the text in quotes is not valid UTF-8")
        step()
        var bytes: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("a line break or control character stands inside quotes") }
            if byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: String(try escape()).utf8)
            } else {
                bytes.append(byte)
                step()
            }
        }
        guard next != nil else {
            throw JSONFault(problem: "a text in quotes is never closed", location: start.location)
        }
        step()
        guard let text = String(validating: bytes, as: UTF8.self) else { throw start }
        return text
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = fault("no character is written like this")
        step()
        guard let letter = next else { throw start }
        step()
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try codeUnit()
            if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
            guard (0xD800...0xDBFF).contains(first), source[position...].starts(with: [0x5C, 0x75]) else { throw start }
            step()
            step()
            let second = try codeUnit()
            guard (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else { throw start }
            return scalar
        default: throw start
        }
    }

    private mutating func codeUnit() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw fault("four hexadecimal digits belong here")
            }
            code = code << 4 | UInt32(digit)
            step()
        }
        return code
    }

    private mutating func number() throws(JSONFault) -> Double {
        let start = position
        let problem = fault("no value begins like this")
        if next == UInt8(ascii: "-") { step() }
        let whole = digits()
        let hasNeedlessZero = whole > 1 && source[position - whole] == UInt8(ascii: "0")
        guard whole > 0, !hasNeedlessZero else { throw problem }
        if next == UInt8(ascii: ".") {
            step()
            guard digits() > 0 else { throw problem }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            step()
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { step() }
            guard digits() > 0 else { throw problem }
        }
        guard let number = Double(String(decoding: source[start..<position], as: UTF8.self)), number.isFinite else {
            throw problem
        }
        return number
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { step() }
        return position - start
    }
}

extension Diagnostic {
    fileprivate static func notJSON(_ fault: JSONFault) -> Diagnostic {
        Diagnostic(
            .error, "NotJSON", at: fault.location, "the file cannot be read as JSON: \(fault.problem)",
            remedy: "fetch it again; an answer that was cut off, or a page with an error message, looks like this")
    }

    fileprivate static func missingMember(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingKey", at: location, "'\(key)' is missing",
            remedy: "compare with another file of the same kind")
    }

    fileprivate static func wrongShape(_ wanted: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongShape", at: location, "\(wanted) belongs here",
            remedy: "compare with another file of the same kind")
    }
}
