/// How a delimited text file is written.
public struct CSVDialect: Hashable, Sendable {
    /// The byte between fields: `;`, `,` or tab.
    public var separator: UInt8
    /// How its bytes stand for characters.
    public var encoding: TextEncoding
    /// Lines above the header that are not data, such as a title and an empty line.
    public var titleLines: Int
    /// True if records may be shorter than the header, their last fields left out (as KLASS exports are).
    public var allowsShortRecords: Bool

    /// A dialect; our own tables are `;` in UTF-8 without a title.
    public init(
        separator: Character = ";", encoding: TextEncoding = .utf8, titleLines: Int = 0,
        allowsShortRecords: Bool = false
    ) {
        self.separator = separator.asciiValue ?? UInt8(ascii: ";")
        self.encoding = encoding
        self.titleLines = titleLines
        self.allowsShortRecords = allowsShortRecords
    }

    /// The dialect of the tables in this repository: `;`, UTF-8, a header, every record whole.
    public static let own = CSVDialect()

    /// The dialect of a table that anybody may have written: UTF-8, with the separator that its first line uses, of
    /// `;`, a tab and a comma.
    public init(separatorOf file: InputFile) {
        let line = file.data.prefix { $0 != 0x0A }
        self.init(separator: [";", "\t"].first { line.contains($0.asciiValue ?? 0) } ?? ",")
    }
}
