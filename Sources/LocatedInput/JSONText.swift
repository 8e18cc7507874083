/// A JSON document, written the same way every time: keys in the order given, no spaces, text in UTF-8.
package indirect enum JSONText: Sendable {
    case string(String)
    case whole(Int)
    /// A number with exactly the decimals it is published with.
    case number(NumberText.Decimal)
    case truth(Bool)
    case null
    case list([JSONText])
    case object([(String, JSONText)])

    /// The document as text, ended by a line break.
    package var text: String {
        var output: [UInt8] = []
        write(to: &output)
        output.append(UInt8(ascii: "\n"))
        return String(decoding: output, as: UTF8.self)
    }

    /// The document for a script element of a page: without the marks that markup reads otherwise, which only strings
    /// hold.
    package var textInMarkup: String {
        [("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .string(let string): Self.write(string, to: &output)
        case .whole(let number): output += String(number).utf8
        case .number(let number): output += number.text.utf8
        case .truth(let truth): output += (truth ? "true" : "false").utf8
        case .null: output += "null".utf8
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.write(member.0, to: &output)
                output.append(UInt8(ascii: ":"))
                member.1.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
