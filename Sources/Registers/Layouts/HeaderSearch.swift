import LocatedInput

/// The first lines of a file, looked through for the header that title lines may stand above.
struct HeaderSearch {
    /// A line that may be a header.
    struct Line {
        /// How many lines stand above it.
        let above: Int
        /// The separator it was split at: the one that occurs most.
        let separator: Character
        /// Its fields, without quotes.
        let fields: [String]
    }

    /// How many lines are looked through.
    static let reach = 8

    /// The first lines, blank ones included.
    let lines: [Line]

    /// Looks at the beginning of `file`, whatever its encoding: the names of columns are ASCII where they matter.
    init(_ file: InputFile) {
        let head = TextEncoding.latin1.decode(file.data.prefix(4096)) ?? ""
        let text = head.hasPrefix("\u{EF}\u{BB}\u{BF}") ? String(head.dropFirst(3)) : head
        let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(Self.reach)
        lines = pieces.enumerated().map { above, line in
            var separator: Character = ";"
            for candidate in ["\t", ","] as [Character]
            where line.count(where: { $0 == candidate }) > line.count(where: { $0 == separator }) {
                separator = candidate
            }
            let fields = line.split(separator: separator, omittingEmptySubsequences: false).map {
                String($0).trimmingWhitespace().replacing("\"", with: "")
            }
            return Line(above: above, separator: separator, fields: fields)
        }
    }

    /// The first line that names all of `columns`, or `nil`.
    func line(naming columns: [String]) -> Line? {
        lines.first { Set($0.fields).isSuperset(of: columns) }
    }
}
