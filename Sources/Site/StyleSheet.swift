/// Style sheets as they are published.
enum StyleSheet {
    /// The sheet without comments, blank lines and the blanks around lines, which readers need not fetch. What stands in
    /// quotes is left alone.
    static func compact(_ text: String) -> String {
        var kept: [Character] = []
        var quote: Character?
        var rest = text[...]
        while let next = rest.first {
            if let open = quote {
                quote = next == open ? nil : open
            } else if rest.hasPrefix("/*") {
                let end = rest.firstRange(of: "*/")?.upperBound ?? rest.endIndex
                rest = rest[end...]
                continue
            } else if next == "\"" || next == "'" {
                quote = next
            }
            kept.append(next)
            rest = rest.dropFirst()
        }
        let lines = String(kept).split(separator: "\n").map { line in
            line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        }
        return lines.filter { !$0.isEmpty }.map { String($0) + "\n" }.joined()
    }
}
