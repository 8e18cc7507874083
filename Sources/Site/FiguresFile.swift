import LocatedInput

/// A published `figures.csv`, read back: rows by what they are about.
struct FiguresFile {
    /// The columns that say what a row is about.
    static let keyColumns = ["split", "area", "level", "indicator", "period_start", "period_end", "sex", "age"]
    /// The columns that a new edition may change.
    static let valueColumns = [
        "measure", "unit", "value", "lower", "upper", "comparison", "city_comparison", "trend", "status", "flags",
    ]

    /// The values of ``valueColumns``, by those of ``keyColumns``.
    private(set) var rows: [[String]: [String]] = [:]

    /// Reads `file`; a faulty or doubled row is reported.
    init(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        var rows: [[String]: [String]] = [:]
        CSVTable(file, dialect: CSVDialect(separator: ",")).read(
            &diagnostics,
            open: { header, diagnostics in CSVColumns(header, required: FiguresTable.header, &diagnostics) },
            each: { record, columns, diagnostics in
                let key = Self.keyColumns.map { record.text(columns[$0]) ?? "" }
                let values = Self.valueColumns.map { record.text(columns[$0]) ?? "" }
                if rows.updateValue(values, forKey: key) != nil {
                    diagnostics.emit(.doubledFigure(at: record.location(0)))
                }
            })
        self.rows = rows
    }
}

extension Diagnostic {
    fileprivate static func doubledFigure(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledFigure", at: location, "an earlier row is about the same figure",
            remedy: "build the site again; verify tells whether the file was changed since")
    }
}
