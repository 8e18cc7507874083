/// Where a file of figures and what belongs to it lie, as the file itself names them.
struct DataLinks {
    /// The file itself.
    let own: String
    /// The page about its figures.
    let page: String
    /// The same figures as a table.
    let table: String
}
