/// The one place where plain text becomes markup.
enum MarkupText {
    /// Appends `text` escaped for use between tags and in quoted attributes alike.
    ///
    /// Works on bytes: a sign followed by a combining mark is escaped like any other. In an attribute, tabs and line
    /// breaks are written as references, since XML would otherwise read them as spaces.
    static func append(_ text: String, inAttribute: Bool, to output: inout String) {
        guard text.utf8.contains(where: { isSpecial($0, inAttribute) }) else {
            output += text
            return
        }
        var rest = Substring(text).utf8
        while let index = rest.firstIndex(where: { isSpecial($0, inAttribute) }) {
            output += Substring(rest[..<index])
            output += reference(for: rest[index])
            rest = rest[rest.index(after: index)...]
        }
        output += Substring(rest)
    }

    /// The first character that neither XML 1.0 nor HTML can hold: controls, except tab and line feed, and
    /// noncharacters.
    static func forbiddenScalar(in text: String) -> Unicode.Scalar? {
        // Every such character has a byte below 0x20, 0x7F, or a lead byte C2, EF or F0–F4.
        guard
            text.utf8.contains(where: {
                $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 || $0 >= 0xEF
            })
        else { return nil }
        return text.unicodeScalars.first { scalar in
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

    private static func isSpecial(_ byte: UInt8, _ inAttribute: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0x09, 0x0A: inAttribute
        default: false
        }
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
