/// The words of a pattern file.
enum TablePattern {
    /// The place that holds everything.
    static let total = "Total"
    /// The column that names the level, where one dimension has several.
    static let level = "level"
    static let sensitive = "sensitive"
    static let withheld = "withheld"
    /// Columns that no dimension may be called.
    static let reservedColumns: Set<String> = [level, sensitive, withheld]
}
