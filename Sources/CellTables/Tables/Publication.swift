import LocatedInput

/// The tables of one spec, as cells: those that are to be protected, or those of an earlier publication.
struct Publication {
    let layout: TableLayout
    let named: NamedCells
    /// What was withheld; nil for tables that are to be protected.
    let withheld: [[Bool]]?
    /// What its cells' names begin with.
    let prefix: String
    /// The number of each face's cells among all different ones, by place.
    var cells: [[Int]] = []

    /// Nil if there is a fault, and all faults are reported.
    init?(
        _ spec: TableSpec, _ table: LongTable, pattern: InputFile?, prefix: String, _ diagnostics: inout Diagnostics
    ) {
        guard let layout = TableLayout(spec, table, &diagnostics) else { return nil }
        guard let named = NamedCells(layout, parts: table.count) else {
            diagnostics.emit(.tooManyCells(spec.file))
            return nil
        }
        self.layout = layout
        self.named = named
        self.prefix = prefix
        guard let pattern else {
            withheld = nil
            return
        }
        guard let rows = PatternRows(pattern, layout, named, &diagnostics) else { return nil }
        withheld = rows.withheld
    }
}

extension Diagnostic {
    fileprivate static func tooManyCells(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, "TooManyCells", at: SourceLocation(file: file),
            "the tables have more than \(CellLimit.cells) cells, which is more than one run can protect",
            remedy: "name fewer levels under 'tables', or protect the table part by part")
    }
}
