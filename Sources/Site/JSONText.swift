import LocatedInput

/// A JSON document, written the same way every time: keys in the order given, no spaces, text in UTF-8.
indirect enum JSONText {
    case string(String)
    case whole(Int)
    /// A number with exactly the decimals it is published with.
    case number(NumberText.Decimal)
    case truth(Bool)
    case null
    case list([JSONText])
    case object([(String, JSONText)])

    /// The document as text, ended by a line break.
    var text: String {
        var text = ""
        write(to: &text)
        text += "\n"
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .string(let string): Self.write(string, to: &text)
        case .whole(let number): text += String(number)
        case .number(let number): text += number.text
        case .truth(let truth): text += truth ? "true" : "false"
        case .null: text += "null"
        case .list(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                Self.write(member.0, to: &text)
                text += ":"
                member.1.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
