/// How large a system may be.
enum CellLimit {
    /// The most cells of one system. Larger ones are protected part by part.
    static let cells = 250_000
    /// The most places where a cell stands in a relation, or a row of a table in a cell.
    static let links = 20_000_000
    /// The most combinations of levels that a spec's tables may have.
    static let faces = 20_000
    /// The largest number that a cell may have; above it, not every whole number can be told from its neighbours.
    static let largest = 9_007_199_254_740_992.0
}
