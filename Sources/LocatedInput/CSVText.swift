/// Writing delimited text: fields are quoted only where they must be, lines end in LF.
public struct CSVText: Sendable {
    /// The text so far.
    public private(set) var text = ""
    private let separator: Character

    /// An empty table with a header.
    public init(separator: Character = ";", header: [String]) {
        self.separator = separator
        append(header)
    }

    /// Adds a record.
    public mutating func append(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { text.append(separator) }
            if field.utf8.contains(where: { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == separator.asciiValue }) {
                text.append("\"\(field.replacing("\"", with: "\"\""))\"")
            } else {
                text.append(field)
            }
        }
        text.append("\n")
    }
}
