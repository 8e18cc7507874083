/// The one place where plain text becomes markup.
enum MarkupText {
    /// Appends `text` in UTF-8, escaped for use between tags and in quoted attributes alike. The answer is the first
    /// character that markup cannot hold; whoever meets one must not use the output.
    ///
    /// Works on bytes: a sign followed by a combining mark is escaped like any other. In an attribute, tabs and line
    /// breaks are written as references, since XML would otherwise read them as spaces.
    static func append(_ text: String, inAttribute: Bool, to output: inout [UInt8]) -> Unicode.Scalar? {
        var text = text
        let mayBeForbidden = text.withUTF8 { bytes in
            var mayBeForbidden = false
            var written = 0
            for (index, byte) in bytes.enumerated() {
                switch kinds[Int(byte)] {
                case .plain: continue
                case .suspect: mayBeForbidden = true
                case .special:
                    if !inAttribute, byte == 0x09 || byte == 0x0A { continue }
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<index]))
                    output.append(contentsOf: reference(for: byte).utf8)
                    written = index + 1
                }
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
            return mayBeForbidden
        }
        return mayBeForbidden ? forbiddenScalar(in: text) : nil
    }

    /// What a byte may mean to a writer of markup.
    private enum Kind: UInt8 {
        case plain
        /// Written as a reference.
        case special
        /// Part of a character that may be forbidden: a control, or a lead byte C2, EF or F0–F4.
        case suspect
    }

    private static let kinds: [Kind] = (UInt8.min...UInt8.max).map { byte in
        switch byte {
        case 0x09, 0x0A, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            .special
        case 0x00..<0x20, 0x7F, 0xC2, 0xEF...: .suspect
        default: .plain
        }
    }

    /// The first character that neither XML 1.0 nor HTML can hold: controls, except tab and line feed, and
    /// noncharacters.
    static func forbiddenScalar(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x09, 0x0A: false
            case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
            default: scalar.value & 0xFFFE == 0xFFFE
            }
        }
    }

    /// The number of a character in at least four hexadecimal digits.
    static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func reference(for byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#\(byte);"
        }
    }
}
