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
    private static let bytes = 65_536

    /// The first lines, blank ones included.
    let lines: [Line]

    /// Looks at the beginning of `file`; its encoding matters only where the names of columns are not ASCII.
    init(_ file: InputFile, encoding: TextEncoding = .latin1) {
        let hasMark = file.data.starts(with: [0xEF, 0xBB, 0xBF])
        let pieces = file.data.dropFirst(hasMark ? 3 : 0).prefix(Self.bytes)
            .split(separator: 0x0A, omittingEmptySubsequences: false).prefix(Self.reach)
        lines = pieces.enumerated().map { above, bytes in
            let decoded = encoding.decode(bytes) ?? TextEncoding.latin1.decode(bytes) ?? ""
            let line = decoded.hasSuffix("\r") ? String(decoded.dropLast()) : decoded
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

    /// The first of the lines that name most of `columns`; `nil` if none names any.
    func line(namingMostOf columns: [String]) -> Line? {
        var best: (line: Line, names: Int)?
        for line in lines {
            let names = Set(line.fields).intersection(columns).count
            if names > best?.names ?? 0 { best = (line, names) }
        }
        return best?.line
    }
}
