import LocatedInput

/// A record of a file to import, its fields by name whatever the file's format.
struct ImportRecord {
    /// Where the record is written.
    let location: SourceLocation
    /// The text of a field; empty where the record or the whole file lacks it.
    let field: (String) -> Located<String>
}
