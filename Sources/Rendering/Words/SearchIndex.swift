/// What readers look for from A to Å, letter by letter, synonyms among the names.
struct SearchIndex {
    /// A line of the index.
    enum Line {
        /// A thing under its own name.
        case entry(SearchEntry)
        /// Another word, and everything it may mean.
        case synonym(String, [SearchEntry])

        /// The words that the line begins with.
        var name: String {
            switch self {
            case .entry(let entry): entry.name
            case .synonym(let word, _): word
            }
        }
    }

    /// A letter and the lines that begin with it.
    struct Letter {
        /// The letter, or `0–9` for what begins with none.
        let name: String
        private(set) var lines: [Line]

        /// What the letter is called in addresses.
        var id: String {
            switch name {
            case Self.digits: "bokstav-0"
            case "Ø": "bokstav-oe"
            case "Å": "bokstav-aa"
            default: "bokstav-\(Slug.text(name))"
            }
        }

        static let digits = "0–9"

        mutating func add(_ line: Line) { lines.append(line) }
    }

    /// The letters that anything begins with, in order.
    let letters: [Letter]

    /// The index of `entries`. Words that differ in capitals only are one.
    init(_ entries: [SearchEntry]) {
        var meanings: [String: (word: String, entries: [SearchEntry])] = [:]
        for entry in entries {
            for word in entry.synonyms { meanings[word.lowercased(), default: (word, [])].entries.append(entry) }
        }
        let lines = entries.map { Line.entry($0) } + meanings.values.map { Line.synonym($0.word, $0.entries) }
        let sorted = lines.sorted { left, right in
            if left.name == right.name { return left.order < right.order }
            return NorwegianOrder.precedes(left.name, right.name)
        }
        var letters: [Letter] = []
        for line in sorted {
            let name = Self.letter(of: line.name)
            if letters.last?.name != name { letters.append(Letter(name: name, lines: [])) }
            letters[letters.count - 1].add(line)
        }
        self.letters = letters
    }

    private static func letter(of name: String) -> String {
        guard let first = name.lowercased().first else { return Letter.digits }
        let letter = LatinLetters.sortingLetter(first)
        return letter.isLetter ? letter.uppercased() : Letter.digits
    }
}

extension SearchIndex.Line {
    /// Where names are the same: things before words that point to them, and things by their pages.
    fileprivate var order: String {
        switch self {
        case .entry(let entry): "0\(entry.rank)\(entry.target)"
        case .synonym(let word, _): "1\(word)"
        }
    }
}
