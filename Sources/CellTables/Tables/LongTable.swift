import LocatedInput

/// The rows of a long table, those that no column tells apart taken together.
struct LongTable {
    /// The codes of a column.
    struct Column {
        /// Each code once, in byte order.
        var codes: [String] = []
        /// The code of each part, by its place in `codes`.
        var code: [Int] = []
    }

    let file: String
    /// How many parts there are.
    let count: Int
    let columns: [String: Column]
    /// The sum of each part, in units of the last decimal that any row has.
    let sums: [Int]
    /// How many decimals that is.
    let decimals: Int
    /// The most each part can be, where there is such a column.
    let caps: [Int]?
    /// The different contributors to each part, where there is such a column.
    let contributors: [Set<Int>]?
    private let rowPlaces: [RowPlace]
    private let order: [String]

    init(_ draft: LongTableDraft) {
        file = draft.file
        count = draft.parts.count
        order = draft.keyColumns
        columns = draft.columns()
        decimals = draft.decimals
        sums = draft.parts.map(\.sum)
        caps = draft.hasCap ? draft.parts.map(\.cap) : nil
        contributors = draft.hasContributors ? draft.parts.map(\.contributors) : nil
        rowPlaces = draft.parts.map(\.place)
    }

    /// Where the first row of a part has its code of `column`.
    func location(_ part: Int, _ column: String) -> SourceLocation {
        let place = rowPlaces[part]
        let field = order.firstIndex(of: column).map { place.columns[$0] } ?? 0
        return SourceLocation(file: file, line: place.line, column: field)
    }

    /// The code that a part has in `column`.
    func code(_ part: Int, _ column: String) -> Int { columns[column]?.code[part] ?? 0 }

    /// What a part is called: its columns and codes.
    func name(_ part: Int) -> String {
        order.map { "\($0)=\(columns[$0]?.codes[code(part, $0)] ?? "")" }.joined(separator: ", ")
    }
}

/// Where a row's fields were written.
struct RowPlace {
    let line: Int
    let columns: [Int]
}
