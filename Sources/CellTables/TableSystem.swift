import Cells
import LocatedInput

/// Anybody's long table and the tables that are published of it, as one system of cells.
///
/// A cell is a set of the long table's rows; the same set under two names is one cell. Relations come from the sets:
/// the shortest sums through hierarchies, and where those end above the rows, sums of hidden parts that no published
/// table tells apart. Combinations without a row cannot occur, and every reader knows so.
public struct TableSystem: Sendable {
    /// The cells of the tables first, then those of earlier publications, then hidden ones.
    public let system: CellSystem
    private let current: Publication

    /// Reads the long table in `table` as the spec says, with the earlier publications that it names; nil if there is a
    /// fault, and all faults are reported.
    ///
    /// Files that the spec names lie beside it. The policy says whether a mark of an earlier publication may stand for
    /// a zero.
    public init?(
        table: InputFile, spec: InputFile, _ policy: ProtectionPolicy, _ diagnostics: inout Diagnostics
    ) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let now = TableSpec(spec, &found) else { return nil }
        let earlier = now.earlier.map { EarlierFiles($0, beside: now, &found) }
        let specs = [now] + earlier.compactMap(\.spec)
        guard specs.count == earlier.count + 1, let draft = LongTableDraft(table, specs, &found) else { return nil }
        let rows = LongTable(draft)
        var publications: [Publication] = []
        if let publication = Publication(now, rows, pattern: nil, prefix: "", &found) {
            publications.append(publication)
        }
        for (place, files) in earlier.enumerated() {
            guard let spec = files.spec, let pattern = files.pattern else { continue }
            let prefix = "earlier \(place + 1): "
            if let publication = Publication(spec, rows, pattern: pattern, prefix: prefix, &found) {
                publications.append(publication)
            }
        }
        if found.hasErrors { return nil }
        let assembly = TableAssembly(rows, publications, now.measure, policy)
        system = assembly.system
        current = assembly.publications[0]
    }

    /// The pattern in `file`, which has a row for each cell of the tables; nil if there is a fault, and all faults are
    /// reported.
    public func pattern(_ file: InputFile, _ diagnostics: inout Diagnostics) -> Pattern? {
        guard let rows = PatternRows(file, current.layout, current.named, &diagnostics) else { return nil }
        var pattern = Pattern(Array(repeating: false, count: system.cells.count))
        for (face, cells) in publishedFaces {
            for (place, cell) in cells.enumerated() where rows.withheld[face][place] { pattern.withheld[cell] = true }
        }
        return pattern
    }

    /// `pattern` as a file with a row for each cell of the tables under each of its names: a column for each dimension,
    /// with `Total` for totals and `2012_2014` for windows; the level, where a dimension has several (`level`, or
    /// `<dimension>_level` where several dimensions have); whether the cell is sensitive and whether it is withheld.
    public func text(of pattern: Pattern, _ policy: ProtectionPolicy) -> String {
        let columns = PatternColumns(current.layout)
        var text = CSVText(
            separator: ",", header: columns.names + [TablePattern.sensitive, TablePattern.withheld])
        for (face, cells) in publishedFaces {
            for (key, cell) in zip(current.named.keys[face], cells) {
                let marks = [system.isSensitive(cell, policy), pattern.withheld[cell]].map { $0 ? "1" : "0" }
                text.append(columns.fields(key, face) + marks)
            }
        }
        return text.text
    }

    /// The faces in the tables, and the numbers of their cells.
    private var publishedFaces: [(face: Int, cells: [Int])] {
        current.layout.faces.indices.filter { current.layout.faces[$0].isPublished }.map { ($0, current.cells[$0]) }
    }
}
