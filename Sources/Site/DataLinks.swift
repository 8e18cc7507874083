/// Where a file of figures and what belongs to it lie, in whole addresses.
struct DataLinks {
    /// The file itself.
    let own: String
    /// The page about its figures.
    let page: String
    /// The same figures as a table.
    let table: String
}
