/// How much of a system is looked at around a cell.
enum Extent {
    /// About as many cells as this, the nearest first.
    case cells(Int)
    /// The block spanned by this many cheapest cells of each of the cell's relations.
    case block(Int)
    /// The same, and partners for the cells that the block leaves alone in a relation.
    case closedBlock(Int)
    /// Everything that hangs together with it.
    case all
}
