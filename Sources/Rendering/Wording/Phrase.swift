import LocatedInput

/// A phrase with its slots: `{value} i {area}`.
struct Phrase: Hashable, Sendable {
    /// A stretch of a phrase.
    enum Piece: Hashable, Sendable {
        /// Words as they are said.
        case words(String)
        /// A place for a value.
        case slot(String)
    }

    /// The phrase from first to last.
    let pieces: [Piece]

    /// The names of the slots, in order and each once.
    let slots: [String]

    /// Reads `text`; `nil` if a brace has no counterpart or a slot no name.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 }) else { return nil }
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            pieces.append(.slot(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        self.pieces = pieces
        var names: Set<String> = []
        for case .slot(let name) in pieces { names.insert(name) }
        slots = names.sorted()
    }

    /// The phrase with its slots filled; `nil` unless `values` has exactly the slots.
    func filled(_ values: [String: String]) -> String? {
        guard slots.count == values.count else { return nil }
        var text = ""
        for piece in pieces {
            switch piece {
            case .words(let words): text += words
            case .slot(let name):
                guard let value = values[name] else { return nil }
                text += value
            }
        }
        return text
    }
}
